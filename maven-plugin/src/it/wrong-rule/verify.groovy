def log = new File(basedir, 'build.log').text
assert log.contains('1 derivative: 0 passed, 1 failed, 0 broken, 0 unchecked (seed 1)')
assert log =~ /demo\.Demo#volume \(demo\/Demo\.java:20\): d volume \/ d side is \S+ by the generated derivative, but \S+ by finite differences \(the Taylor remainder is of order 1\.0 instead of 2\)/
assert log =~ /input: +side = /
assert log.contains("mvn adjoint:check -Dadjoint.seed=1 -Dadjoint.sample=0 '-Dadjoint.includes=demo.Demo#volume'")

def adjoint = new File(basedir, 'target/adjoint')
def suite = new groovy.xml.XmlSlurper().parse(new File(adjoint, 'junit.xml'))
assert suite.@failures == '1' && suite.testcase[0].failure.size() == 1
def results = new groovy.json.JsonSlurper().parse(new File(adjoint, 'adjoint.sarif')).runs[0].results
assert results[0].ruleId == 'wrong-derivative'
def place = results[0].locations[0].physicalLocation
assert place.artifactLocation.uri == 'src/main/java/demo/Demo.java' && place.region.startLine == 20
assert new File(adjoint, 'report.html').text.contains('FAILED')
