; The installer for Windows, for one user and without an administrator.
; makensis -INPUTCHARSET UTF8 -DVERSION=0.1.0 -DFOLDER=… -DICON=… -DTARGET=… digicom-desktop.nsi
Unicode true
; The NSIS that is published for Windows makes installers of 32 bits only, which run as well; a Wine
; of 64 bits runs only its own.
!ifndef CPU
  !define CPU amd64-unicode
!endif
Target ${CPU}
ManifestDPIAware true
ManifestSupportedOS Win10
SetCompressor /SOLID lzma
SetCompressorDictSize 64
RequestExecutionLevel user

!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "FileFunc.nsh"

!define PROGRAM "digicom-desktop.exe"
!define CONSOLE "digicom-desktop-cli.exe"
!define KEY "Software\DigiCom Desktop"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\DigiCom Desktop"
!define CLASSES "Software\Classes"
!define DATA "$LOCALAPPDATA\DigiCom Desktop"

Name "$(Program)"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\DigiCom Desktop"
InstallDirRegKey HKCU "${KEY}" "InstallDir"
BrandingText "DigiCom Desktop ${VERSION}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "数商自评"
VIAddVersionKey /LANG=2052 "FileDescription" "数商自评安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "Apache-2.0"

LangString Program ${LANG_SIMPCHINESE} "数商自评"
LangString Program ${LANG_ENGLISH} "DigiCom Desktop"
LangString TooOld ${LANG_SIMPCHINESE} "数商自评需要 Windows 10 1809 或更高版本，这台电脑上的 Windows 太旧，没有安装。"
LangString TooOld ${LANG_ENGLISH} "DigiCom Desktop needs Windows 10, version 1809, or newer. The Windows of this computer is too old, so nothing was installed."
LangString Running ${LANG_SIMPCHINESE} "数商自评正在运行。请先保存并关闭它的窗口，再点“重试”。"
LangString Running ${LANG_ENGLISH} "DigiCom Desktop is running. Please close its window first, then choose Retry."
LangString NotWritable ${LANG_SIMPCHINESE} "不能写入“$INSTDIR”，没有安装。请换一个文件夹。"
LangString NotWritable ${LANG_ENGLISH} "“$INSTDIR” cannot be written, so nothing was installed. Please choose another folder."
LangString NoRoom ${LANG_SIMPCHINESE} "磁盘空间不足，没有安装，原来的程序没有改动。请在“$INSTDIR”所在的磁盘上至少空出 $1 MB，然后重试。"
LangString NoRoom ${LANG_ENGLISH} "The disk is full: nothing was installed, and a program that was there has not been changed. Make at least $1 MB free on the disk of “$INSTDIR” and try again."
LangString Failed ${LANG_SIMPCHINESE} "没有装完，原来的程序没有改动。请检查磁盘空间和权限，然后重试。"
LangString Failed ${LANG_ENGLISH} "This was not installed completely, and a program that was there has not been changed. Check the free space and the permissions, then try again."
LangString RemoveData ${LANG_SIMPCHINESE} "您填写的自评、佐证材料和备份还在这个文件夹里：$\n${DATA}$\n$\n也要删除吗？删除以后不能恢复。不确定就选“否”，重新安装以后还能接着用。"
LangString RemoveData ${LANG_ENGLISH} "Your assessments, evidence and backups are still in this folder:$\n${DATA}$\n$\nShall they be deleted, too? They cannot be brought back then. If in doubt choose No: after installing again you can go on with them."
LangString KindPackage ${LANG_SIMPCHINESE} "数商自评数据包"
LangString KindPackage ${LANG_ENGLISH} "DigiCom package"
LangString KindAll ${LANG_SIMPCHINESE} "数商自评全部数据"
LangString KindAll ${LANG_ENGLISH} "DigiCom, all data"

; Ends with 2 where something stands in the way that the person can change.
!macro Refuse text
  MessageBox MB_ICONSTOP|MB_OK "${text}" /SD IDOK
  SetErrorLevel 2
  Quit
!macroend

; Windows opens no program for writing while it runs.
!macro WaitUntilClosed un
Function ${un}WaitUntilClosed
  again:
    ${IfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
      Return
    ${EndIf}
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${IfNot} ${Errors}
      FileClose $0
      Return
    ${EndIf}
    MessageBox MB_ICONEXCLAMATION|MB_RETRYCANCEL "$(Running)" /SD IDCANCEL IDRETRY again
    SetErrorLevel 2
    Quit
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

Function .onInit
  ${IfNot} ${AtLeastWin10}
    !insertmacro Refuse "$(TooOld)"
  ${EndIf}
  ${WinVerGetBuild} $0
  ${If} $0 < 17763
    !insertmacro Refuse "$(TooOld)"
  ${EndIf}
FunctionEnd

Function RequirePlace
  CreateDirectory "$INSTDIR"
  ClearErrors
  FileOpen $0 "$INSTDIR\incoming.test" w
  ${If} ${Errors}
    !insertmacro Refuse "$(NotWritable)"
  ${EndIf}
  FileClose $0
  Delete "$INSTDIR\incoming.test"
  ; Old and new lie side by side for a moment.
  SectionGetSize 0 $1
  IntOp $1 $1 / 1024
  IntOp $1 $1 + 30
  System::Call 'kernel32::GetDiskFreeSpaceExW(w "$INSTDIR", *l .r2, *l, *l) i .r3'
  ${If} $3 <> 0
    System::Int64Op $2 / 1048576
    Pop $2
    ${If} $2 < $1
      !insertmacro Refuse "$(NoRoom)"
    ${EndIf}
  ${EndIf}
FunctionEnd

Section "Program"
  Call WaitUntilClosed
  Call RequirePlace
  RMDir /r "$INSTDIR\incoming"
  SetOutPath "$INSTDIR\incoming"
  ClearErrors
  SetOverwrite try
  File /r "${FOLDER}/*"
  ${If} ${Errors}
    SetOutPath "$INSTDIR"
    RMDir /r "$INSTDIR\incoming"
    !insertmacro Refuse "$(Failed)"
  ${EndIf}
  ; All of it is there: only now the old program gives way.
  SetOutPath "$INSTDIR"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${PROGRAM}"
  Delete "$INSTDIR\${CONSOLE}"
  ClearErrors
  Rename "$INSTDIR\incoming\_internal" "$INSTDIR\_internal"
  Rename "$INSTDIR\incoming\${PROGRAM}" "$INSTDIR\${PROGRAM}"
  Rename "$INSTDIR\incoming\${CONSOLE}" "$INSTDIR\${CONSOLE}"
  ${If} ${Errors}
    !insertmacro Refuse "$(Failed)"
  ${EndIf}
  RMDir /r "$INSTDIR\incoming"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortCut "$SMPROGRAMS\$(Program).lnk" "$INSTDIR\${PROGRAM}"
  CreateShortCut "$DESKTOP\$(Program).lnk" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "$(Program)"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  SectionGetSize 0 $0
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0

  WriteRegStr HKCU "${CLASSES}\.digicom" "" "DigiCom.Package"
  WriteRegStr HKCU "${CLASSES}\DigiCom.Package" "" "$(KindPackage)"
  WriteRegStr HKCU "${CLASSES}\DigiCom.Package\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${CLASSES}\DigiCom.Package\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr HKCU "${CLASSES}\.digicom-all" "" "DigiCom.All"
  WriteRegStr HKCU "${CLASSES}\DigiCom.All" "" "$(KindAll)"
  WriteRegStr HKCU "${CLASSES}\DigiCom.All\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${CLASSES}\DigiCom.All\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  ${RefreshShellIcons}
SectionEnd

Section "Uninstall"
  Call un.WaitUntilClosed
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\incoming"
  Delete "$INSTDIR\${PROGRAM}"
  Delete "$INSTDIR\${CONSOLE}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  ; In whichever language it was installed.
  Delete "$SMPROGRAMS\数商自评.lnk"
  Delete "$SMPROGRAMS\DigiCom Desktop.lnk"
  Delete "$DESKTOP\数商自评.lnk"
  Delete "$DESKTOP\DigiCom Desktop.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey HKCU "${CLASSES}\DigiCom.Package"
  DeleteRegKey HKCU "${CLASSES}\DigiCom.All"
  DeleteRegKey HKCU "${CLASSES}\.digicom"
  DeleteRegKey HKCU "${CLASSES}\.digicom-all"
  ${RefreshShellIcons}
  ${If} ${FileExists} "${DATA}\*.*"
    MessageBox MB_ICONQUESTION|MB_YESNO|MB_DEFBUTTON2 "$(RemoveData)" /SD IDNO IDNO keep
    RMDir /r "${DATA}"
    keep:
  ${EndIf}
SectionEnd
