; The installer for Windows, for one user and without an administrator: Inno Setup 6 makes it of dist\carveout.
;   iscc /DVersion=0.1.0 packaging\windows\carveout.iss
#ifndef Version
  #error Give the version: iscc /DVersion=0.1.0 packaging\windows\carveout.iss
#endif

[Setup]
AppId={{6E0B7B52-5C33-4C0B-9C43-0E6B9C1F7A55}
AppName=Carveout
AppVersion={#Version}
AppPublisher=The Carveout authors
DefaultDirName={localappdata}\Programs\Carveout
DefaultGroupName=Carveout
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
ChangesAssociations=yes
CloseApplications=yes
Compression=lzma2/max
SolidCompression=yes
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\icons\carveout.ico
UninstallDisplayIcon={app}\carveout.exe
OutputDir=..\..\dist
OutputBaseFilename=carveout-{#Version}-setup
SourceDir=.

[Files]
Source: "..\..\dist\carveout\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion
Source: "..\..\build\icons\matter.ico"; DestDir: "{app}"; Flags: ignoreversion

[InstallDelete]
; What a former version had and this one has not.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\Carveout"; Filename: "{app}\carveout.exe"

[Registry]
; A double click opens a matter. All of it is the user's own and goes with the application.
Root: HKCU; Subkey: "Software\Classes\.carveout\OpenWithProgids"; ValueType: string; ValueName: "Carveout.Matter"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.carveout"; ValueType: string; ValueData: "Carveout.Matter"; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKCU; Subkey: "Software\Classes\Carveout.Matter"; ValueType: string; ValueData: "Carveout matter"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\Carveout.Matter\DefaultIcon"; ValueType: string; ValueData: "{app}\matter.ico"
Root: HKCU; Subkey: "Software\Classes\Carveout.Matter\shell\open\command"; ValueType: string; ValueData: """{app}\carveout.exe"" ""%1"""

[Run]
Filename: "{app}\carveout.exe"; Description: "Open Carveout"; Flags: nowait postinstall skipifsilent
