def log = new File(basedir, 'build.log').text
assert log.contains('1 derivative: 1 passed')
assert log.contains('kink at x = 0.0')
