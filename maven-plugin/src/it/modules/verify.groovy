def log = new File(basedir, 'build.log').text
assert log.count("1 derivative: 1 passed") == 2
assert log.count('no derivatives found in') == 4
assert new File(basedir, 'core/target/adjoint/junit.xml').exists()
