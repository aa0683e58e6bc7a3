def log = new File(basedir, 'build.log').text
assert log.contains('2 derivatives: 1 passed, 1 failed, 0 broken, 0 unchecked (seed 1)')
assert log =~ /demo\.Demo#turned \(demo\/Demo\.java:49\): /
assert log =~ /d turned \/ d [uv] is \S+ by the generated derivative, but \S+ by finite differences/
assert !(log =~ /demo\.Demo#folded \(/)
