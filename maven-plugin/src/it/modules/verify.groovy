def log = new File(basedir, 'build.log').text
assert log.contains('1 derivative: 1 passed')
assert log.count('no derivatives found in') == 2
assert new File(basedir, 'core/target/adjoint/junit.xml').exists()
