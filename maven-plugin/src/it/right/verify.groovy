def log = new File(basedir, 'build.log').text
assert log.contains('8 derivatives: 8 passed, 0 failed, 0 broken, 0 unchecked (seed 1)')
assert log.contains('values[3] in -2..2, factor in -2..2')

def adjoint = new File(basedir, 'target/adjoint')
assert new groovy.xml.XmlSlurper().parse(new File(adjoint, 'junit.xml')).testcase.size() == 8
def sarif = new groovy.json.JsonSlurper().parse(new File(adjoint, 'adjoint.sarif'))
assert sarif.version == '2.1.0' && sarif.runs[0].results.isEmpty()

def page = new File(adjoint, 'report.html').text
assert page.contains('rosenbrock')
assert page.contains('<svg')
assert !(page =~ /(src|href)="http/).find()
