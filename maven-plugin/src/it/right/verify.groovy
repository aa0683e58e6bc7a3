def log = new File(basedir, 'build.log').text
assert log.contains('9 derivatives: 9 passed, 0 failed, 0 broken, 0 unchecked (seed 1)')
assert log.contains('values[3] in -2..2, factor in -2..2')

def adjoint = new File(basedir, 'target/adjoint')
assert new groovy.xml.XmlSlurper().parse(new File(adjoint, 'junit.xml')).testcase.size() == 9
def sarif = new groovy.json.JsonSlurper().parse(new File(adjoint, 'adjoint.sarif'))
assert sarif.version == '2.1.0' && sarif.runs[0].results.isEmpty()

def page = new File(adjoint, 'report.html').text
assert page.contains('rosenbrock')
assert page.contains('<svg')
assert !(page =~ /(src|href)="http/).find()
assert page.contains('demo/TestMath.java:10') && page.contains('humpGrad')

// What is found follows from the seed alone.
def check = new groovy.json.JsonSlurper().parse(new File(adjoint, 'check.json'))
def again = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/again/check.json'))
[check, again].each { it.outcomes.each { outcome -> outcome.remove('seconds') } }
assert check == again
