@echo off
rem Writes the secrets of the compose stack to .env beside this file; see secrets.ps1.
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0secrets.ps1" %*
exit /b %ERRORLEVEL%
