# Writes the passwords and keys of the compose stack, random ones, to .env beside this file. What stands there already stays.
# The same as the script "secrets", for Windows. Called by secrets.cmd.
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

$file = Join-Path $PSScriptRoot '.env'
$names = @(
  'MYSQL_ROOT_PASSWORD'
  'PLANSTREAM_MIGRATOR_PASSWORD'
  'PLANSTREAM_INGEST_PASSWORD'
  'PLANSTREAM_CONSUMER_PASSWORD'
  'PLANSTREAM_READER_PASSWORD'
  'SUPERSET_DB_PASSWORD'
  'SUPERSET_SECRET_KEY'
  'SUPERSET_ADMIN_PASSWORD'
  'SUPERSET_VIEWER_PASSWORD'
  'PLANSTREAM_OPERATOR_TOKEN'
  'PLANSTREAM_VIEWER_TOKEN'
  'PLANSTREAM_METRICS_TOKEN'
)

# The applications are given hashes of these, under the same name and _SHA256.
$tokens = @('PLANSTREAM_OPERATOR_TOKEN', 'PLANSTREAM_VIEWER_TOKEN', 'PLANSTREAM_METRICS_TOKEN')

function New-Secret {
  $bytes = New-Object byte[] 32
  $random = [System.Security.Cryptography.RandomNumberGenerator]::Create()
  try { $random.GetBytes($bytes) } finally { $random.Dispose() }
  'Ps1-' + [Convert]::ToBase64String($bytes).Replace('+', '-').Replace('/', '_').TrimEnd('=')
}

# The last of several lines counts, as for compose.
function Get-Value($name) {
  $found = [regex]::Matches($text, "(?m)^$name=([^\r\n]*)")
  if ($found.Count -gt 0) { $found[$found.Count - 1].Groups[1].Value } else { '' }
}

function Get-Sha256($value) {
  $sha = [System.Security.Cryptography.SHA256]::Create()
  try { $hash = $sha.ComputeHash([System.Text.Encoding]::UTF8.GetBytes($value)) } finally { $sha.Dispose() }
  [BitConverter]::ToString($hash).Replace('-', '').ToLowerInvariant()
}

$text = ''
if (Test-Path -LiteralPath $file -PathType Leaf) { $text = [System.IO.File]::ReadAllText($file) }
$missing = @($names | Where-Object { $text -notmatch "(?m)^$_=[^\r\n]" })
if ($text -ne '' -and -not $text.EndsWith("`n")) { $text += "`n" }
foreach ($name in $missing) { $text += "$name=$(New-Secret)`n" }
foreach ($name in $tokens) {
  $hash = Get-Sha256 (Get-Value $name)
  if ((Get-Value "${name}_SHA256") -ne $hash) {
    $text += "${name}_SHA256=$hash`n"
    $missing += "${name}_SHA256"
  }
}
if ($missing.Count -eq 0) {
  Write-Output "$file is complete; nothing was changed."
  exit 0
}

# Closed to others before there is anything in it.
if (-not (Test-Path -LiteralPath $file)) { New-Item -ItemType File -Path $file | Out-Null }
& icacls $file /inheritance:r /grant:r "$([System.Security.Principal.WindowsIdentity]::GetCurrent().Name):F" | Out-Null
if ($LASTEXITCODE -ne 0) { throw "$file cannot be closed to other users: run this as its owner" }

[System.IO.File]::WriteAllText($file, $text, (New-Object System.Text.UTF8Encoding $false))
Write-Output "Added to ${file}: $($missing -join ' ')"
