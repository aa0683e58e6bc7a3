def log = new File(basedir, 'build.log').text
assert log.contains('7 derivatives: 1 passed, 0 failed, 5 broken, 1 unchecked (seed 1)')
assert log =~ /demo\.Demo#endless \(demo\/Demo\.java:\d+\): did not end within 3 s/
assert log.contains('the sample supplier demo.Demo.lost threw java.lang.IllegalStateException: no data today')
assert log =~ /demo\.Demo#leaving .*the checking process ended with the exit code 0/
assert log.contains("the array 'a' would have 10000000000 elements")
assert log.contains('demo.Demo$Table does not load: its static initialiser threw java.lang.NumberFormatException')
assert log.contains('demo.Demo#nowhere is unchecked, and failOnUnchecked is set: every input drawn lies outside')
assert log.contains("mvn adjoint:check -Dadjoint.seed=1 -Dadjoint.timeout=3 -Dadjoint.sample=0 '-Dadjoint.includes=demo.Demo#endless'")
assert new File(basedir, 'target/adjoint/junit.xml').text.contains('errors="5" skipped="1"')
