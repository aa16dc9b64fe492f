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

; All of it lies in one folder, so that one change of a name puts the new program in the place of the
; old one. With -DPLAIN there are no programs in it but Python's own, which its makers have signed.
!define FROZEN "lib\digicom-desktop.exe"
!define PYTHON "lib\pythonw.exe"
!ifdef PLAIN
  !define PROGRAM "${PYTHON}"
  !define ARGUMENTS "-X utf8 -m digicom_desktop"
  !define LAST "pythonw.exe"
  !define SHOWN "$INSTDIR\lib\digicom-desktop.ico"
!else
  !define PROGRAM "${FROZEN}"
  !define ARGUMENTS ""
  !define LAST "digicom-desktop.exe"
  !define SHOWN "$INSTDIR\${FROZEN}"
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
!insertmacro Say Abort "安装还没有完成。确定要退出吗？" "The installation is not finished. Do you want to leave?"
!insertmacro Say FolderTitle "装到哪里" "Where to"
!insertmacro Say FolderText "一般不用改，直接安装即可。" "There is seldom a reason to change this."
!insertmacro Say FolderTop "数商自评会装到下面的文件夹里。想装到别处，请点“浏览”。" "DigiCom Desktop will be installed in the folder below. To choose another one, press Browse."
!insertmacro Say FolderFrame "安装文件夹" "Folder"
!insertmacro Say WorkTitle "正在安装" "Installing"
!insertmacro Say WorkText "请稍等。" "One moment, please."
!insertmacro Say FinishTitle "数商自评装好了" "DigiCom Desktop is installed"
!insertmacro Say FinishText "以后可以从开始菜单或桌面打开“数商自评”；双击 .digicom 数据包，也会用它打开。" "You will find DigiCom Desktop in the Start menu and on the desktop. Double-clicking a .digicom package opens it there, too."
!insertmacro Say FinishRun "现在打开数商自评(&R)" "&Open DigiCom Desktop now"
!insertmacro Say RemoveTitle "卸载数商自评" "Uninstall DigiCom Desktop"
!insertmacro Say RemoveText "把程序从这台电脑上删除。" "Remove the program from this computer."
!insertmacro Say RemoveTop "将删除下面文件夹里的程序。填写过的内容要不要一并删除，随后会单独问您。" "The program in the folder below will be removed. You will be asked about your data separately."
!insertmacro Say RemoveFrame "程序文件夹" "Folder of the program"
!insertmacro Say RemovingTitle "正在卸载" "Uninstalling"
!insertmacro Say RemovedTitle "已经卸载" "Uninstalled"
!insertmacro Say RemovedText "数商自评已从这台电脑上删除。" "DigiCom Desktop was removed from this computer."
!insertmacro Say WelcomeTitle "安装数商自评 ${VERSION}" "Install DigiCom Desktop ${VERSION}"
!insertmacro Say WelcomeText "数商自评按商务部《数字商务企业发展指引（试行）》引导企业逐项自评，并生成报送用的 Excel 工作簿和 PDF 报告。$\r$\n$\r$\n程序只为您自己的 Windows 账户安装，不需要管理员权限，也不需要联网。您填写的内容只保存在这台电脑上。$\r$\n$\r$\n如果已经装有较早的版本，直接安装即可，填写过的内容都会保留。" "DigiCom Desktop guides a firm through the Ministry of Commerce's guidelines for digital commerce, and writes the Excel workbook and the PDF report to hand in.$\r$\n$\r$\nIt is installed for your own Windows account only. It needs neither an administrator nor the network, and what you fill in stays on this computer.$\r$\n$\r$\nAn older version is replaced, and all that you have filled in is kept."
!insertmacro Say TooOld "数商自评需要 64 位的 Windows 10 1809 或更高版本。这台电脑的系统不符合要求，没有安装。" "DigiCom Desktop needs a 64-bit Windows 10, version 1809, or newer. This computer does not meet that, so nothing was installed."
!insertmacro Say Running "数商自评正在运行。请先关闭它的窗口（已经填写的内容会自动保存），再点“重试”。" "DigiCom Desktop is running. Please close its window first (what you filled in is saved), then choose Retry."
!insertmacro Say InUse "程序文件正被占用，暂时不能替换。请关闭数商自评，以及打开了安装文件夹的窗口，再点“重试”。" "Program files are in use and cannot be replaced now. Close DigiCom Desktop and any window showing its folder, then choose Retry."
!insertmacro Say TooLong "文件夹的路径有 $1 个字符，太长了，最多 ${LONGEST} 个。请换一个路径较短的文件夹：$\r$\n$INSTDIR" "The path of the folder has $1 characters; ${LONGEST} is the most. Please choose a folder with a shorter path:$\r$\n$INSTDIR"
!insertmacro Say NotWritable "下面的文件夹不能写入，没有安装。请换一个文件夹。$\r$\n$INSTDIR" "This folder cannot be written to, so nothing was installed. Please choose another one.$\r$\n$INSTDIR"
!insertmacro Say NoRoom "磁盘空间不足，没有安装；如果原来装有程序，它没有改动。请确保下面这个文件夹所在的磁盘至少有 $1 MB 可用空间，然后重试。$\r$\n$INSTDIR" "There is not enough free space, so nothing was installed; a program that was there has not been changed. Free at least $1 MB on the disk of this folder, then try again.$\r$\n$INSTDIR"
!insertmacro Say Failed "安装没有完成；如果原来装有程序，它没有改动。请检查磁盘空间、写入权限和杀毒软件的提示，然后重试。" "The installation was not completed; a program that was there has not been changed. Check the free space, the permissions and what your virus scanner says, then try again."
!insertmacro Say RemoveData "您填写的自评、佐证材料和备份还在这个文件夹里：$\r$\n${DATA}$\r$\n$\r$\n也要删除吗？删除以后不能恢复。不确定就选“否”，重新安装以后还能接着用。" "Your assessments, evidence and backups are still in this folder:$\r$\n${DATA}$\r$\n$\r$\nDelete them as well? This cannot be undone. If in doubt, choose No: after installing again you can carry on with them."
!insertmacro Say DataRemains "有的文件没能删除，请您自己检查这个文件夹：$\r$\n${DATA}.removed" "Some files could not be deleted. Please look into this folder yourself:$\r$\n${DATA}.removed"
!insertmacro Say NoFolder "这不是有效的文件夹。请点“浏览”选择一个文件夹。" "This is not a valid folder. Please choose one with Browse."
!insertmacro Say Foreign "下面的文件夹里有别的文件或数据，不能装在这里。请换一个空文件夹。$\r$\n$INSTDIR" "This folder holds other files or data, so nothing can be installed in it. Please choose an empty one.$\r$\n$INSTDIR"
!insertmacro Say NotHere "下面的文件夹里没有安装数商自评，没有删除任何文件。$\r$\n$INSTDIR" "DigiCom Desktop is not installed in this folder. Nothing was removed.$\r$\n$INSTDIR"
!insertmacro Say DataInUse "数据正被占用，没有删除：$\r$\n${DATA}" "The data are in use and were not deleted:$\r$\n${DATA}"
!insertmacro Say DataMoved "您的数据已经移到您选择的另一个文件夹，卸载不会删除它们。" "Your data were moved to another folder that you chose. They are not deleted."
!insertmacro Say KindPackage "数商自评数据包" "DigiCom package"
!insertmacro Say KindAll "数商自评全部数据" "DigiCom complete data"

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
    ClearErrors
    !insertmacro TryToWrite "${FROZEN}"
    !insertmacro TryToWrite "lib\digicom-desktop-cli.exe"
    !insertmacro TryToWrite "${PYTHON}"
    !insertmacro TryToWrite "lib\python.exe"
    ${IfNot} ${Errors}
      Return
    ${EndIf}
    MessageBox MB_ICONEXCLAMATION|MB_RETRYCANCEL "$(Running)" /SD IDCANCEL IDRETRY again
    Call ${un}GiveUp
FunctionEnd
!macroend
!macro TryToWrite program
  ${If} ${FileExists} "$INSTDIR\${program}"
    FileOpen $0 "$INSTDIR\${program}" a
    FileClose $0
  ${EndIf}
!macroend

; What was unpacked goes, and the folder if it was made for nothing; a set aside old program stays.
Function GiveUp
  SetOutPath "$TEMP" ; Windows deletes no folder that is somebody's working folder
  RMDir /r "$INSTDIR\dcn"
  Call RemoveOwnFolder
  SetErrorLevel 2
  Quit
FunctionEnd
Function un.GiveUp
  SetErrorLevel 2
  Quit
FunctionEnd
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

; Whether what lies in $INSTDIR may be replaced: "" in $7. What somebody else keeps in a folder is none
; of ours, and neither are data or what was unpacked from the zip.
Function FindOthers
  StrCpy $7 ""
  ${If} ${FileExists} "$INSTDIR\digicom.sqlite3"
  ${OrIf} ${FileExists} "$INSTDIR\portable"
    StrCpy $7 "others"
    Return
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\lib\digicom_desktop\*.*"
  ${OrIf} ${FileExists} "$INSTDIR\dco\digicom_desktop\*.*"
  ${OrIf} ${FileExists} "$INSTDIR\dcn\*.*"
    Return
  ${EndIf}
  FindFirst $0 $1 "$INSTDIR\*.*"
  ${DoWhile} $1 != ""
    ${If} $1 != "."
    ${AndIf} $1 != ".."
      StrCpy $7 "others"
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
  Call FindOthers
  ${If} $7 != ""
    StrCpy $INSTDIR "$INSTDIR\DigiCom Desktop"
    Call FindOthers
  ${EndIf}
  StrCpy $9 ""
  StrCpy $8 ""
  ${If} ${FileExists} "$INSTDIR\*.*"
    StrCpy $8 "there"
  ${EndIf}
  ${If} $7 != ""
    StrCpy $9 "$(Foreign)"
    Return
  ${EndIf}
  StrLen $1 $INSTDIR
  ${If} $1 > ${LONGEST}
    StrCpy $9 "$(TooLong)"
    Return
  ${EndIf}
  CreateDirectory "$INSTDIR"
  ClearErrors
  FileOpen $0 "$INSTDIR\dcn.test" w
  ${If} ${Errors}
    StrCpy $9 "$(NotWritable)"
    Call RemoveOwnFolder
    Return
  ${EndIf}
  FileClose $0
  Delete "$INSTDIR\dcn.test"
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
  GetInstDirError $0
  ${If} $0 = 1
    MessageBox MB_ICONEXCLAMATION|MB_OK "$(NoFolder)"
    Abort
  ${EndIf}
  Call FindProblem
  ${If} $9 != ""
    MessageBox MB_ICONEXCLAMATION|MB_OK "$9"
    Abort
  ${EndIf}
FunctionEnd

; Where NSIS itself gives up, as when a disk is full after all.
Function .onInstFailed
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\dcn"
  Call RemoveOwnFolder
FunctionEnd

Section "Program"
  SetDetailsPrint none
  Call FindProblem
  ${If} $9 != ""
    !insertmacro Refuse "$9"
  ${EndIf}
  ; One that was killed left the old program aside, with or without a new one in its place.
  ${IfNot} ${FileExists} "$INSTDIR\lib\*.*"
    Rename "$INSTDIR\dco" "$INSTDIR\lib"
  ${EndIf}
  Call WaitUntilClosed
  RMDir /r "$INSTDIR\dcn"
  RMDir /r "$INSTDIR\dco"

  ClearErrors
  SetOutPath "$INSTDIR\dcn"
  File /r "${FOLDER}\*"
  WriteUninstaller "$INSTDIR\dcn\uninstall.exe"
  SetOutPath "$TEMP"
  ${IfNot} ${FileExists} "$INSTDIR\dcn\${LAST}"
    SetErrors ; a virus scanner took it away meanwhile
  ${EndIf}
  ${If} ${Errors}
    MessageBox MB_ICONSTOP|MB_OK "$(Failed)" /SD IDOK
    Call GiveUp
  ${EndIf}

  ; All of it is there: only now the old program gives way.
  swap:
  Call WaitUntilClosed
  StrCpy $7 ""
  ${If} ${FileExists} "$INSTDIR\lib\*.*"
    ClearErrors
    Rename "$INSTDIR\lib" "$INSTDIR\dco"
    ${If} ${Errors}
      StrCpy $7 "held"
    ${EndIf}
  ${EndIf}
  ${If} $7 == ""
    ClearErrors
    Rename "$INSTDIR\dcn" "$INSTDIR\lib"
    ${If} ${Errors}
      Rename "$INSTDIR\dco" "$INSTDIR\lib"
      StrCpy $7 "held"
    ${EndIf}
  ${EndIf}
  ${If} $7 != ""
    MessageBox MB_ICONEXCLAMATION|MB_RETRYCANCEL "$(InUse)" /SD IDCANCEL IDRETRY swap
    Call GiveUp
  ${EndIf}
  RMDir /r "$INSTDIR\dco"

  ; The first time only: who threw it away does not want it again.
  SetOutPath "$PROFILE" ; where the program starts
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
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\lib\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\lib\uninstall.exe" /S'
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

Function un.onInit
  ; Until here it is the folder that this program lies in.
  ${GetFileName} "$INSTDIR" $0
  ${GetParent} "$INSTDIR" $1
  ${If} $0 != "lib"
  ${OrIfNot} ${FileExists} "$INSTDIR\digicom_desktop\*.*"
    !insertmacro Refuse "$(NotHere)"
  ${EndIf}
  StrCpy $INSTDIR $1
FunctionEnd

Section "Uninstall"
  SetDetailsPrint none
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\dcn"
  RMDir /r "$INSTDIR\dco"
  again:
  Call un.WaitUntilClosed
  ClearErrors
  Rename "$INSTDIR\lib" "$INSTDIR\dco" ; all of it or nothing
  ${If} ${Errors}
    MessageBox MB_ICONEXCLAMATION|MB_RETRYCANCEL "$(InUse)" /SD IDCANCEL IDRETRY again
    Call un.GiveUp
  ${EndIf}
  RMDir /r "$INSTDIR\dco"
  RMDir "$INSTDIR" ; goes only where it is empty
  ReadRegStr $0 HKCU "${KEY}" "InstallDir"
  ${If} $0 == $INSTDIR ; and no other copy of the program, which all of this belongs to
    Call un.RemoveDesktopLinks
    Call un.RemoveMenuLinks
    DeleteRegKey HKCU "${UNINSTALL}"
    DeleteRegKey HKCU "${KEY}"
    DeleteRegKey HKCU "${CLASSES}\DigiCom.Package"
    DeleteRegKey HKCU "${CLASSES}\DigiCom.All"
    DeleteRegKey HKCU "${CLASSES}\.digicom"
    DeleteRegKey HKCU "${CLASSES}\.digicom-all"
    ${RefreshShellIcons}
    Call un.AskAboutData
  ${EndIf}
SectionEnd

Function un.AskAboutData
  ${IfNot} ${FileExists} "${DATA}\*.*"
    Return
  ${EndIf}
  ${If} ${FileExists} "${DATA}\moved-to.txt"
    MessageBox MB_ICONINFORMATION|MB_OK "$(DataMoved)" /SD IDOK
    Return
  ${EndIf}
  MessageBox MB_ICONQUESTION|MB_YESNO|MB_DEFBUTTON2 "$(RemoveData)" /SD IDNO IDNO keep
  ClearErrors
  Rename "${DATA}" "${DATA}.removed" ; fails while anything in it is open
  ${If} ${Errors}
    MessageBox MB_ICONEXCLAMATION|MB_OK "$(DataInUse)" /SD IDOK
    Return
  ${EndIf}
  RMDir /r "${DATA}.removed"
  ${If} ${FileExists} "${DATA}.removed\*.*"
    MessageBox MB_ICONEXCLAMATION|MB_OK "$(DataRemains)" /SD IDOK
  ${EndIf}
  keep:
FunctionEnd
