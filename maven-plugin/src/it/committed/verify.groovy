def log = new File(basedir, 'build.log').text
assert log.contains('are not what the processor writes now')
assert log.contains('mvn adjoint:verify-sources -Dadjoint.update')
assert log.contains('--- committed/demo/DemoGrad.java')
assert log.contains('-        return x + x + x;')
assert log.contains('1 files written to')
assert log.contains('1 committed files of derivatives are what the processor writes now')
