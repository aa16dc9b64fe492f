; The installer for Windows, for one user and without an administrator.
; makensis -INPUTCHARSET UTF8 -DVERSION=0.1.0 -DFOLDER=… -DLONGEST=… -DICON=… -DSIDE=… -DTARGET=… [-DPLAIN] digicom-desktop.nsi
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
!include "x64.nsh"

; With -DPLAIN there are no programs but Python's own, which its makers have signed.
!ifdef PLAIN
  !define PROGRAM "lib\pythonw.exe"
  !define CONSOLE "lib\python.exe"
  !define ARGUMENTS "-X utf8 -m digicom_desktop"
  !define SHOWN "$INSTDIR\lib\digicom-desktop.ico"
!else
  !define PROGRAM "digicom-desktop.exe"
  !define CONSOLE "digicom-desktop-cli.exe"
  !define ARGUMENTS ""
  !define SHOWN "$INSTDIR\${PROGRAM}"
!endif
!define KEY "Software\DigiCom Desktop"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\DigiCom Desktop"
!define CLASSES "Software\Classes"
!define DATA "$LOCALAPPDATA\DigiCom Desktop"

Name "$(Program)"
Caption "$(CaptionText)"
UninstallCaption "$(UninstallCaptionText)"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\DigiCom Desktop"
InstallDirRegKey HKCU "${KEY}" "InstallDir"
BrandingText "DigiCom Desktop ${VERSION}"
SetOverwrite try
ShowInstDetails nevershow
ShowUninstDetails nevershow

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH FitControl
!define MUI_ABORTWARNING
!define MUI_ABORTWARNING_TEXT "$(Abort)"

!define MUI_WELCOMEPAGE_TITLE "$(WelcomeTitle)"
!define MUI_WELCOMEPAGE_TEXT "$(WelcomeText)"
!insertmacro MUI_PAGE_WELCOME

!define MUI_PAGE_HEADER_TEXT "$(FolderTitle)"
!define MUI_PAGE_HEADER_SUBTEXT "$(FolderText)"
!define MUI_DIRECTORYPAGE_TEXT_TOP "$(FolderTop)"
!define MUI_DIRECTORYPAGE_TEXT_DESTINATION "$(FolderFrame)"
!define MUI_DIRECTORYPAGE_VERIFYONLEAVE ; a grey button would not say why
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE StayWithProblem
!insertmacro MUI_PAGE_DIRECTORY

!define MUI_PAGE_HEADER_TEXT "$(WorkTitle)"
!define MUI_PAGE_HEADER_SUBTEXT "$(WorkText)"
!insertmacro MUI_PAGE_INSTFILES

!define MUI_FINISHPAGE_TITLE "$(FinishTitle)"
!define MUI_FINISHPAGE_TEXT "$(FinishText)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_PARAMETERS "${ARGUMENTS}"
!define MUI_FINISHPAGE_RUN_TEXT "$(FinishRun)"
!insertmacro MUI_PAGE_FINISH

!define MUI_PAGE_HEADER_TEXT "$(RemoveTitle)"
!define MUI_PAGE_HEADER_SUBTEXT "$(RemoveText)"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(RemoveTop)"
!define MUI_UNCONFIRMPAGE_TEXT_LOCATION "$(RemoveFrame)"
!insertmacro MUI_UNPAGE_CONFIRM

!define MUI_PAGE_HEADER_TEXT "$(RemovingTitle)"
!define MUI_PAGE_HEADER_SUBTEXT "$(WorkText)"
!define MUI_INSTFILESPAGE_FINISHHEADER_TEXT "$(RemovedTitle)"
!define MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT "$(RemovedText)"
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "数商自评"
VIAddVersionKey /LANG=2052 "FileDescription" "数商自评安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "Apache-2.0"

!macro Say id chinese english
  LangString ${id} ${LANG_SIMPCHINESE} "${chinese}"
  LangString ${id} ${LANG_ENGLISH} "${english}"
!macroend
!insertmacro Say Program "数商自评" "DigiCom Desktop"
!insertmacro Say CaptionText "数商自评安装程序" "DigiCom Desktop Setup"
!insertmacro Say UninstallCaptionText "卸载数商自评" "Uninstall DigiCom Desktop"
!insertmacro Say Abort "还没有装好。确定要退出安装吗？" "Nothing is installed yet. Leave the installer?"
!insertmacro Say FolderTitle "装到哪里" "Where to"
!insertmacro Say FolderText "一般不用改，直接安装即可。" "There is seldom a reason to change this."
!insertmacro Say FolderTop "数商自评会装到下面的文件夹里。想装到别处，请点“浏览”。" "DigiCom Desktop will be installed in the folder below. To choose another one, press Browse."
!insertmacro Say FolderFrame "安装文件夹" "Folder"
!insertmacro Say WorkTitle "正在安装" "Installing"
!insertmacro Say WorkText "请稍等。" "One moment, please."
!insertmacro Say FinishTitle "数商自评装好了" "DigiCom Desktop is installed"
!insertmacro Say FinishText "以后从开始菜单或桌面打开“数商自评”，双击 .digicom 数据包也可以打开。" "You find DigiCom Desktop in the start menu and on the desktop. A double click on a .digicom package opens it, too."
!insertmacro Say FinishRun "现在打开数商自评(&R)" "Open DigiCom Desktop now (&R)"
!insertmacro Say RemoveTitle "卸载数商自评" "Uninstall DigiCom Desktop"
!insertmacro Say RemoveText "把程序从这台电脑上删除。" "Remove the program from this computer."
!insertmacro Say RemoveTop "将删除下面文件夹里的程序。填写过的内容要不要一并删除，随后会单独问您。" "The program in the folder below will be removed. You are asked about the data separately."
!insertmacro Say RemoveFrame "程序文件夹" "Folder of the program"
!insertmacro Say RemovingTitle "正在卸载" "Uninstalling"
!insertmacro Say RemovedTitle "已经卸载" "Uninstalled"
!insertmacro Say RemovedText "数商自评已从这台电脑上删除。" "DigiCom Desktop was removed from this computer."
!insertmacro Say WelcomeTitle "安装数商自评 ${VERSION}" "Install DigiCom Desktop ${VERSION}"
!insertmacro Say WelcomeText "数商自评按商务部《数字商务企业发展指引（试行）》引导企业逐项自评，并生成报送用的 Excel 工作簿和 PDF 报告。$\r$\n$\r$\n程序只为您自己的 Windows 账户安装，不需要管理员权限，也不需要联网。您填写的内容只保存在这台电脑上。$\r$\n$\r$\n如果已经装有较早的版本，直接安装即可，填写过的内容都会保留。" "DigiCom Desktop guides a firm through the Ministry of Commerce's guidelines for digital commerce, and writes the Excel workbook and the PDF report to hand in.$\r$\n$\r$\nIt is installed for your own Windows account only. It needs neither an administrator nor the network, and what you fill in stays on this computer.$\r$\n$\r$\nAn older version is replaced, and all that you have filled in is kept."
!insertmacro Say TooOld "数商自评需要 64 位的 Windows 10 1809 或更高版本。这台电脑的系统不符合要求，没有安装。" "DigiCom Desktop needs a 64-bit Windows 10, version 1809, or newer. This computer has another system, so nothing was installed."
!insertmacro Say Running "数商自评正在运行。请先关闭它的窗口（已经填写的内容会自动保存），再点“重试”。" "DigiCom Desktop is running. Please close its window first (what you filled in is saved), then choose Retry."
!insertmacro Say InUse "原来的程序文件正在使用，暂时不能替换。请关闭数商自评和打开着其文件夹的窗口，再点“重试”。" "Files of the program that is there are in use and cannot be replaced now. Please close DigiCom Desktop and every window that shows its folder, then choose Retry."
!insertmacro Say TooLong "文件夹的路径有 $1 个字符，太长了，最多 ${LONGEST} 个。请换一个路径较短的文件夹：$\r$\n$INSTDIR" "The path of the folder has $1 characters; ${LONGEST} is the most. Please choose a folder with a shorter path:$\r$\n$INSTDIR"
!insertmacro Say NotWritable "不能写入下面的文件夹，没有安装。请换一个文件夹。$\r$\n$INSTDIR" "This folder cannot be written, so nothing was installed. Please choose another one.$\r$\n$INSTDIR"
!insertmacro Say NoRoom "磁盘空间不足，没有安装，原来的程序没有改动。请在下面这个文件夹所在的磁盘上至少空出 $1 MB，然后重试。$\r$\n$INSTDIR" "The disk is full: nothing was installed, and a program that was there has not been changed. Make at least $1 MB free on the disk of this folder, then try again.$\r$\n$INSTDIR"
!insertmacro Say Failed "没有装完，原来的程序没有改动。请检查磁盘空间和写入权限，然后重试。" "This was not installed completely, and a program that was there has not been changed. Check the free space and the permissions, then try again."
!insertmacro Say RemoveData "您填写的自评、佐证材料和备份还在这个文件夹里：$\r$\n${DATA}$\r$\n$\r$\n也要删除吗？删除以后不能恢复。不确定就选“否”，重新安装以后还能接着用。" "Your assessments, evidence and backups are still in this folder:$\r$\n${DATA}$\r$\n$\r$\nShall they be deleted, too? They cannot be brought back then. If in doubt choose No: after installing again you can go on with them."
!insertmacro Say DataRemains "有的文件没能删除，请您自己检查这个文件夹：$\r$\n${DATA}" "Some files could not be deleted. Please look into this folder yourself:$\r$\n${DATA}"
!insertmacro Say KindPackage "数商自评数据包" "DigiCom package"
!insertmacro Say KindAll "数商自评全部数据" "DigiCom, all data"

; Ends with 2 where something stands in the way that the person can change.
!macro Refuse text
  MessageBox MB_ICONSTOP|MB_OK "${text}" /SD IDOK
  SetErrorLevel 2
  Quit
!macroend

; What is installed, and the names under which new and old lie beside it for a moment.
!macro EachPart do
  !insertmacro ${do} "lib" "dcnew" "dcold"
  !insertmacro ${do} "digicom-desktop.exe" "dcnew.exe" "dcold.exe"
  !insertmacro ${do} "digicom-desktop-cli.exe" "dcnew-cli.exe" "dcold-cli.exe"
!macroend

!macro SetAside name new old
  ${If} ${FileExists} "$INSTDIR\${name}"
    Rename "$INSTDIR\${name}" "$INSTDIR\${old}"
  ${EndIf}
!macroend
!macro PutInPlace name new old
  ${If} ${FileExists} "$INSTDIR\${new}"
    Rename "$INSTDIR\${new}" "$INSTDIR\${name}"
  ${EndIf}
!macroend
!macro TakeBack name new old
  ${If} ${FileExists} "$INSTDIR\${old}"
    ${If} ${FileExists} "$INSTDIR\${name}"
      Rename "$INSTDIR\${name}" "$INSTDIR\${new}"
    ${EndIf}
    Rename "$INSTDIR\${old}" "$INSTDIR\${name}"
  ${EndIf}
!macroend
; After an installer that was killed in the middle.
!macro FillGap name new old
  ${IfNot} ${FileExists} "$INSTDIR\${name}"
    Rename "$INSTDIR\${old}" "$INSTDIR\${name}"
  ${EndIf}
!macroend
!macro Clear name new old
  RMDir /r "$INSTDIR\${new}"
  RMDir /r "$INSTDIR\${old}"
  Delete "$INSTDIR\${new}"
  Delete "$INSTDIR\${old}"
!macroend
!macro Remove name new old
  RMDir /r "$INSTDIR\${name}"
  Delete "$INSTDIR\${name}"
!macroend

; Windows opens no program for writing while it runs.
!macro WaitUntilClosed un
Function ${un}WaitUntilClosed
  again:
    ClearErrors
    ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
      FileOpen $0 "$INSTDIR\${PROGRAM}" a
      FileClose $0
    ${EndIf}
    ${If} ${FileExists} "$INSTDIR\${CONSOLE}"
      FileOpen $0 "$INSTDIR\${CONSOLE}" a
      FileClose $0
    ${EndIf}
    ${IfNot} ${Errors}
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
  ${OrIfNot} ${RunningX64}
    !insertmacro Refuse "$(TooOld)"
  ${EndIf}
  ${WinVerGetBuild} $0
  ${If} $0 < 17763
    !insertmacro Refuse "$(TooOld)"
  ${EndIf}
FunctionEnd

; A folder of its own: what somebody else keeps in a folder is none of ours to replace or remove.
Function FindOwnFolder
  ${If} ${FileExists} "$INSTDIR\lib\digicom_desktop\*.*"
  ${OrIf} ${FileExists} "$INSTDIR\dcold\*.*"
  ${OrIf} ${FileExists} "$INSTDIR\dcnew\*.*"
    Return
  ${EndIf}
  FindFirst $0 $1 "$INSTDIR\*.*"
  ${DoWhile} $1 != ""
    ${If} $1 != "."
    ${AndIf} $1 != ".."
      StrCpy $INSTDIR "$INSTDIR\DigiCom Desktop"
      ${Break}
    ${EndIf}
    FindNext $0 $1
  ${Loop}
  FindClose $0
FunctionEnd

; A folder that was made for nothing goes again; it goes only where it is empty.
Function RemoveOwnFolder
  ${IfNot} $8 == "there"
    RMDir "$INSTDIR"
  ${EndIf}
FunctionEnd

; Why nothing can be installed in $INSTDIR, in $9, which is empty otherwise; whether it was there, in $8.
Function FindProblem
  Call FindOwnFolder
  StrCpy $8 ""
  ${If} ${FileExists} "$INSTDIR\*.*"
    StrCpy $8 "there"
  ${EndIf}
  StrCpy $9 ""
  StrLen $1 $INSTDIR
  ${If} $1 > ${LONGEST}
    StrCpy $9 "$(TooLong)"
    Return
  ${EndIf}
  CreateDirectory "$INSTDIR"
  ClearErrors
  FileOpen $0 "$INSTDIR\dcnew.test" w
  ${If} ${Errors}
    StrCpy $9 "$(NotWritable)"
    Call RemoveOwnFolder
    Return
  ${EndIf}
  FileClose $0
  Delete "$INSTDIR\dcnew.test"
  ; Old and new lie side by side for a moment.
  SectionGetSize 0 $1
  IntOp $1 $1 / 1024
  IntOp $1 $1 + 30
  System::Call 'kernel32::GetDiskFreeSpaceExW(w "$INSTDIR", *l .r2, *l, *l) i .r3'
  ${If} $3 <> 0
    System::Int64Op $2 / 1048576
    Pop $2
    ${If} $2 < $1
      StrCpy $9 "$(NoRoom)"
    ${EndIf}
  ${EndIf}
  Call RemoveOwnFolder
FunctionEnd

Function StayWithProblem
  Call FindProblem
  ${If} $9 != ""
    MessageBox MB_ICONEXCLAMATION|MB_OK "$9"
    Abort
  ${EndIf}
FunctionEnd

Function RemoveHalf
  !insertmacro EachPart Clear
  Delete "$INSTDIR\dcnew-uninstall.exe"
  SetOutPath "$TEMP" ; or the folder would be in use
  Call RemoveOwnFolder
FunctionEnd

Function .onInstFailed
  Call RemoveHalf
FunctionEnd

Section "Program"
  SetDetailsPrint none
  Call FindProblem
  ${If} $9 != ""
    !insertmacro Refuse "$9"
  ${EndIf}
  !insertmacro EachPart FillGap
  Call WaitUntilClosed
  !insertmacro EachPart Clear
  ClearErrors
  SetOutPath "$INSTDIR\dcnew"
  File /r "${FOLDER}\lib\*"
  SetOutPath "$INSTDIR"
  !ifndef PLAIN
    File "/oname=dcnew.exe" "${FOLDER}\${PROGRAM}"
    File "/oname=dcnew-cli.exe" "${FOLDER}\${CONSOLE}"
  !endif
  WriteUninstaller "$INSTDIR\dcnew-uninstall.exe"
  ${If} ${Errors}
    Call RemoveHalf
    !insertmacro Refuse "$(Failed)"
  ${EndIf}
  ; All of it is there: only now the old program gives way.
  swap:
  ClearErrors
  !insertmacro EachPart SetAside
  ${IfNot} ${Errors}
    !insertmacro EachPart PutInPlace
  ${EndIf}
  ${If} ${Errors}
    !insertmacro EachPart TakeBack
    MessageBox MB_ICONEXCLAMATION|MB_RETRYCANCEL "$(InUse)" /SD IDCANCEL IDRETRY swap
    Call RemoveHalf
    SetErrorLevel 2
    Quit
  ${EndIf}
  Delete "$INSTDIR\uninstall.exe"
  Rename "$INSTDIR\dcnew-uninstall.exe" "$INSTDIR\uninstall.exe"
  !insertmacro EachPart Clear

  ; The first time only: who threw it away does not want it again.
  ReadRegStr $0 HKCU "${KEY}" "InstallDir"
  ${If} $0 == ""
  ${OrIf} ${FileExists} "$DESKTOP\数商自评.lnk"
  ${OrIf} ${FileExists} "$DESKTOP\DigiCom Desktop.lnk"
    Call RemoveDesktopLinks
    CreateShortCut "$DESKTOP\$(Program).lnk" "$INSTDIR\${PROGRAM}" "${ARGUMENTS}" "${SHOWN}"
  ${EndIf}
  Call RemoveMenuLinks
  CreateShortCut "$SMPROGRAMS\$(Program).lnk" "$INSTDIR\${PROGRAM}" "${ARGUMENTS}" "${SHOWN}"
  WriteRegStr HKCU "${KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "$(Program)"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "${SHOWN}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "DigiCom Desktop"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  SectionGetSize 0 $0
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0

  WriteRegStr HKCU "${CLASSES}\.digicom" "" "DigiCom.Package"
  WriteRegStr HKCU "${CLASSES}\DigiCom.Package" "" "$(KindPackage)"
  WriteRegStr HKCU "${CLASSES}\DigiCom.Package\DefaultIcon" "" "${SHOWN},0"
  WriteRegStr HKCU "${CLASSES}\DigiCom.Package\shell\open\command" "" '"$INSTDIR\${PROGRAM}" ${ARGUMENTS} "%1"'
  WriteRegStr HKCU "${CLASSES}\.digicom-all" "" "DigiCom.All"
  WriteRegStr HKCU "${CLASSES}\DigiCom.All" "" "$(KindAll)"
  WriteRegStr HKCU "${CLASSES}\DigiCom.All\DefaultIcon" "" "${SHOWN},0"
  WriteRegStr HKCU "${CLASSES}\DigiCom.All\shell\open\command" "" '"$INSTDIR\${PROGRAM}" ${ARGUMENTS} "%1"'
  ${RefreshShellIcons}
SectionEnd

; In whichever language it was installed.
!macro RemoveLinks un
Function ${un}RemoveDesktopLinks
  Delete "$DESKTOP\数商自评.lnk"
  Delete "$DESKTOP\DigiCom Desktop.lnk"
FunctionEnd
Function ${un}RemoveMenuLinks
  Delete "$SMPROGRAMS\数商自评.lnk"
  Delete "$SMPROGRAMS\DigiCom Desktop.lnk"
FunctionEnd
!macroend
!insertmacro RemoveLinks ""
!insertmacro RemoveLinks "un."

Section "Uninstall"
  SetDetailsPrint none
  Call un.WaitUntilClosed
  !insertmacro EachPart Clear
  !insertmacro EachPart Remove
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Call un.RemoveDesktopLinks
  Call un.RemoveMenuLinks
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
    ${If} ${FileExists} "${DATA}\*.*"
      MessageBox MB_ICONEXCLAMATION|MB_OK "$(DataRemains)" /SD IDOK
    ${EndIf}
    keep:
  ${EndIf}
SectionEnd
