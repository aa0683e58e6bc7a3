def log = new File(basedir, 'build.log').text
assert log.contains('1 derivative: 1 passed')
assert new File(basedir, 'target/adjoint/output.txt').text.contains('checked on Java 25')
def header = new File(basedir, 'target/classes/demo/DemoGrad.class').bytes[0..7]
assert header[7] == 69 // the class file version of Java 25
