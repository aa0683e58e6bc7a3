// The project is built by a JDK 25 wherever Maven itself runs on an older one.
def places = ['/usr/lib/jvm', '/opt', '/Library/Java/JavaVirtualMachines', "${System.getProperty('user.home')}/.sdkman/candidates/java"]
def homes = [System.getProperty('java.home')] + System.getenv().findAll { it.key.startsWith('JAVA') && it.key.contains('HOME') }.values()
places.each { place -> new File(place).listFiles()?.each { homes << it.path; homes << "$it.path/Contents/Home" } }
def found = homes.find { home ->
    def release = new File(home, 'release')
    release.isFile() && release.text.contains('JAVA_VERSION="25') && new File(home, 'bin').list().any { it.startsWith('javac') }
}
println found ? "JDK 25: $found" : "skipped: there is no JDK 25 in $places or where a variable JAVA...HOME points to"
return found != null
