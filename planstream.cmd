@echo off
rem The command line of PlanStream: builds the project when that is needed, then runs it.
rem   JAVA_HOME               the Java to use, 17 or newer (default: the java on the path)
rem   PLANSTREAM_HOME         the folder of the local stack (default: .planstream beside this file)
rem   PLANSTREAM_JAVA_OPTS    more options for the Java virtual machine of the command
rem   PLANSTREAM_SKIP_BUILD   anything: run what is built, however old it is
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT:~0,-1%"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
set "MAJOR="
for /f "tokens=3" %%v in ('call "%JAVA%" -version 2^>^&1 ^| findstr /c:" version "') do for /f "delims=.-" %%m in ("%%~v") do set "MAJOR=%%m"
if not defined MAJOR (
  echo Error NO_JAVA: there is no Java that runs as "%JAVA%" 1>&2
  echo What to do: install a JDK 17 or newer, or point JAVA_HOME at one. 1>&2
  exit /b 1
)
if %MAJOR% LSS 17 (
  echo Error JAVA_TOO_OLD: "%JAVA%" is Java %MAJOR%; PlanStream needs 17 or newer 1>&2
  echo What to do: install a JDK 17 or newer and point JAVA_HOME at it. 1>&2
  exit /b 1
)

set "JAR=%ROOT%\infra\local-stack\target\planstream.jar"
set "INGEST=%ROOT%\ingest-app\target\ingest-app-exec.jar"
set "CONSUMER=%ROOT%\consumer-app\target\consumer-app-exec.jar"
set "SPARK=%ROOT%\spark-app\target\spark-app.jar"
set "MODULES=ingest-app,consumer-app,infra/local-stack"
set "STAMP=%ROOT%\target\planstream-built"
set "BUILD="
if not exist "%JAR%" set "BUILD=1"
if not exist "%INGEST%" set "BUILD=1"
if not exist "%CONSUMER%" set "BUILD=1"
rem Spark's libraries are many: they come when somebody asks for that engine
set "WANTS_SPARK="
for %%a in (%*) do if /i "%%~a"=="spark" set "WANTS_SPARK=1"
for %%a in (%*) do if /i "%%~a"=="spark-cluster" set "WANTS_SPARK=1"
rem the benchmark measures all engines, and brings what others would use
set "BENCH=%ROOT%\infra\benchmarks\target\planstream-bench.jar"
set "WANTS_BENCH="
if "%~1"=="bench" set "WANTS_BENCH=1"
if defined WANTS_BENCH set "WANTS_SPARK=1"
if defined WANTS_SPARK set "MODULES=%MODULES%,spark-app"
if defined WANTS_BENCH set "MODULES=%MODULES%,infra/benchmarks"
if defined WANTS_BENCH if not exist "%BENCH%" set "BUILD=1"
if defined WANTS_SPARK if not exist "%SPARK%" set "BUILD=1"
if defined BUILD goto build
if defined PLANSTREAM_SKIP_BUILD goto run
rem PowerShell compares times of whole folders; xcopy and friends do not. It gets paths by the environment: they may hold quotes
powershell -NoProfile -Command "$j=@($env:JAR,$env:INGEST,$env:CONSUMER); if ($env:WANTS_SPARK) { $j += $env:SPARK }; if ($env:WANTS_BENCH) { $j += $env:BENCH }; $t=($j | ForEach-Object { $b=(Get-Item -LiteralPath $_).LastWriteTimeUtc; $n=$env:STAMP; if ($_ -eq $env:SPARK) { $n += '-spark' }; if ($_ -eq $env:BENCH) { $n += '-bench' }; $s=Get-Item -LiteralPath $n -ErrorAction SilentlyContinue; if ($s -and $s.LastWriteTimeUtc -gt $b) { $s.LastWriteTimeUtc } else { $b } } | Measure-Object -Minimum).Minimum; $f=@(Get-Item -LiteralPath (Join-Path $env:ROOT 'pom.xml')) + @((@('common-model','access','db-migrations','ingest-app','consumer-app','spark-app','infra\embedded','infra\generator','infra\superset','infra\local-stack') + @(if ($env:WANTS_BENCH) { 'infra\benchmarks' })) | ForEach-Object { Get-ChildItem -Recurse -File -LiteralPath (Join-Path $env:ROOT ($_ + '\src\main')),(Join-Path $env:ROOT ($_ + '\assets')) -ErrorAction SilentlyContinue; Get-Item -LiteralPath (Join-Path $env:ROOT ($_ + '\pom.xml')) }); if ($f | Where-Object { $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1) { exit 1 } else { exit 0 }"
if not errorlevel 1 goto run

:build
where mvn >nul 2>nul
if errorlevel 1 (
  echo Error NO_MAVEN: the project is not built, and there is no mvn on the path 1>&2
  echo What to do: install Maven 3.8.1 or newer. 1>&2
  exit /b 1
)
echo Building PlanStream; the first build downloads libraries and takes a few minutes ... 1>&2
if not exist "%ROOT%\target" mkdir "%ROOT%\target"
type nul > "%STAMP%.begun"
pushd "%ROOT%"
call mvn -q -B -Dmaven.test.skip=true -DskipTests -Dspring-javaformat.validate.skip=true -pl %MODULES% -am package 1>&2
if errorlevel 1 (
  popd
  echo Error BUILD_FAILED: the build has failed, see above 1>&2
  echo What to do: mend what it names and try again. 1>&2
  exit /b 1
)
popd
rem what was changed during the build is built next time
if defined WANTS_SPARK copy /y "%STAMP%.begun" "%STAMP%-spark" >nul
if defined WANTS_BENCH copy /y "%STAMP%.begun" "%STAMP%-bench" >nul
move /y "%STAMP%.begun" "%STAMP%" >nul

:run
rem short commands start sooner
set "SOONER=-XX:TieredStopAtLevel=1"
for %%c in (generate ingest demo tail) do if "%~1"=="%%c" set "SOONER="
"%JAVA%" -Xmx512m -XX:+UseSerialGC %SOONER% -Dfile.encoding=UTF-8 "-Dplanstream.project=%ROOT%" %PLANSTREAM_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
