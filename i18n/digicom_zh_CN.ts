<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActionBar</name>
    <message>
        <source>Previous</source>
        <translation>上一项</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>业务画像</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后再看</translation>
    </message>
    <message>
        <source>Come back to this item later</source>
        <translation>稍后再看这一项</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>去填写</translation>
    </message>
    <message>
        <source>Next unanswered: {0}</source>
        <translation>下一个未答：{0}</translation>
    </message>
    <message>
        <source>Next: {0}</source>
        <translation>下一项：{0}</translation>
    </message>
    <message>
        <source>All answered: to the check</source>
        <translation>都答完了：去审核</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>去看看</translation>
    </message>
</context>
<context>
    <name>ActionColumns</name>
    <message>
        <source>Action</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>进展</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名或部门</translation>
    </message>
</context>
<context>
    <name>ActionRow</name>
    <message>
        <source>What is to be done</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>action {0} of {1}</source>
        <translation>{1} 的第 {0} 条行动</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>进展</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}，{1}</translation>
    </message>
    <message>
        <source>Note or delete: {0}</source>
        <translation>写备注或删除：{0}</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>Delete the action</source>
        <translation>删除这条行动</translation>
    </message>
</context>
<context>
    <name>AddedFigures</name>
    <message>
        <source>Fill in</source>
        <translation>去填</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of figures</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>{0} and others</source>
        <comment>names of figures</comment>
        <translation>{0}等</translation>
    </message>
    <message>
        <source>The company page has one more figure for such a firm: {0}.</source>
        <translation>企业信息里多了 1 项指标：{0}。</translation>
    </message>
    <message>
        <source>The company page has {0} more figures for such a firm: {1}.</source>
        <translation>企业信息里多了 {0} 项指标：{1}。</translation>
    </message>
</context>
<context>
    <name>AidDialog</name>
    <message>
        <source>Which level fits?</source>
        <translation>适合哪一级？</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一问</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Question {0}</source>
        <translation>第 {0} 问</translation>
    </message>
    <message>
        <source>Choose level {0}</source>
        <translation>选 {0} 级</translation>
    </message>
    <message>
        <source>What counts</source>
        <translation>什么算、什么不算</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Your answers suggest level {0} ({1}); you decide.</source>
        <translation>按您的回答，提示为 {0} 级（{1}），由您决定。</translation>
    </message>
</context>
<context>
    <name>AssessmentLists</name>
    <message>
        <source>Recycle bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>My assessments</source>
        <translation>我的自评</translation>
    </message>
    <message>
        <source>The assessment</source>
        <translation>这份自评</translation>
    </message>
    <message>
        <source>{0}, {1}, is in the recycle bin now.</source>
        <translation>“{0}”{1} 年度的自评已移到回收站。</translation>
    </message>
    <message>
        <source>New assessment</source>
        <translation>新建自评</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>This software&apos;s own method, not an official score</source>
        <translation>分数按本软件自评方法计算，非商务部官方评分。</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>A workbook, a filled template or a package (Ctrl+O)</source>
        <translation>工作簿、填好的模板或数据包（Ctrl+O）</translation>
    </message>
    <message>
        <source>{0}, {1}, is in the archive now.</source>
        <translation>“{0}”{1} 年度的自评已归档。</translation>
    </message>
    <message>
        <source>Recent backups…</source>
        <translation>最近的备份…</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>去看看</translation>
    </message>
    <message>
        <source>Found in the archive: {0}</source>
        <translation>“已归档”里找到 {0} 份</translation>
    </message>
</context>
<context>
    <name>AssessmentPage</name>
    <message>
        <source>assessment</source>
        <translation>自评</translation>
    </message>
    <message>
        <source>Save a rescue copy</source>
        <translation>另存一份</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation>另存到别处…</translation>
    </message>
    <message>
        <source>Not saved: {0} What you entered is still here.</source>
        <translation>未保存：{0}您填写的内容还在程序里。</translation>
    </message>
    <message>
        <source>The draft of revision {0} has begun. Revision {1} stays as it is.</source>
        <translation>已开始第 {0} 版草稿，第 {1} 版保留不变。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Let go to open the file; this assessment is saved and closed</source>
        <translation>松开鼠标，打开这个文件；现在这份已保存，会先关上</translation>
    </message>
</context>
<context>
    <name>AwayData</name>
    <message>
        <source>Where is the data?</source>
        <translation>数据在哪里？</translation>
    </message>
</context>
<context>
    <name>AwayDialog</name>
    <message>
        <source>Your data is not there</source>
        <translation>找不到您的数据</translation>
    </message>
    <message>
        <source>In the usual folder the program begins with what an earlier move left there, or with nothing. Nothing is deleted.</source>
        <translation>改用默认文件夹时，程序从以前移动时留下的副本开始，没有副本就从空白开始。不会删除任何文件。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Use the usual folder</source>
        <translation>改用默认文件夹</translation>
    </message>
    <message>
        <source>Show where it is…</source>
        <translation>指明现在的位置…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
</context>
<context>
    <name>BackupsDesk</name>
    <message>
        <source>Recent backups</source>
        <translation>最近的备份</translation>
    </message>
    <message>
        <source>Looking at the second place…</source>
        <translation>正在查看第二存放处…</translation>
    </message>
    <message>
        <source>Restore from a folder or stick</source>
        <translation>从文件夹或 U 盘恢复</translation>
    </message>
    <message>
        <source>Restore from a file</source>
        <translation>从备份文件恢复</translation>
    </message>
    <message>
        <source>Looking into the backups…</source>
        <translation>正在检查备份…</translation>
    </message>
    <message>
        <source>Backups (*.digicom-all *.sqlite3)</source>
        <translation>备份 (*.digicom-all *.sqlite3)</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Recent backups</source>
        <translation>最近的备份</translation>
    </message>
    <message>
        <source>The program makes a backup after each start and at each end, when something changed.</source>
        <translation>每次启动后和退出时，只要有改动，软件都会自动备份一次。</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{0} · with a flaw</source>
        <translation>{0} · 有缺陷</translation>
    </message>
    <message>
        <source>In the second place, {0}</source>
        <translation>第二存放处：{0}</translation>
    </message>
    <message>
        <source>It is not there now: plug the stick or disk in.</source>
        <translation>现在找不到它，请接上 U 盘或磁盘。</translation>
    </message>
    <message>
        <source>From another computer: restore from the folder DigiCom on a memory stick, from an old data folder, or from a backup file. You see first what would change.</source>
        <translation>换了电脑：可以从 U 盘上的 DigiCom 文件夹、旧电脑的数据文件夹或者一个备份文件恢复。恢复之前，会先列出哪些内容会变。</translation>
    </message>
    <message>
        <source>Restore from a folder or stick…</source>
        <translation>从文件夹或 U 盘恢复…</translation>
    </message>
    <message>
        <source>Restore from a file…</source>
        <translation>从备份文件恢复…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Restore the backup of {0}</source>
        <translation>恢复 {0} 的备份</translation>
    </message>
    <message>
        <source>Its folder also holds every assessment as a text that can be read without the program.</source>
        <translation>备份文件夹里还有每份自评的文本文件，没有本程序也能看。</translation>
    </message>
    <message>
        <source>To another computer: save everything as one file, take it there and open it with the program. Evidence files, revisions and the recycle bin come along.</source>
        <translation>要换电脑：把全部数据存成一个文件，带到新电脑上用本程序打开。佐证材料、各个定稿版本和回收站都会一起带过去。</translation>
    </message>
    <message>
        <source>Save everything as one file…</source>
        <translation>全部数据存成一个文件…</translation>
    </message>
    <message>
        <source>{0} · damaged, cannot be restored</source>
        <translation>{0} · 已损坏，不能恢复</translation>
    </message>
</context>
<context>
    <name>BarsCard</name>
    <message>
        <source>Six characteristics</source>
        <translation>六个特征</translation>
    </message>
    <message>
        <source>Strongest</source>
        <translation>最强</translation>
    </message>
    <message>
        <source>Weakest</source>
        <translation>最弱</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between items</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Evidence-backed</source>
        <translation>佐证</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>声明</translation>
    </message>
    <message>
        <source>Characteristic</source>
        <translation>特征</translation>
    </message>
</context>
<context>
    <name>CarriedBand</name>
    <message>
        <source>The answers of {0} are here. Items to be confirmed or changed one by one: {1}. The figures of {2} are to be filled in anew.</source>
        <translation>已带来 {0} 年度的答案。{1} 项待确认，请逐项确认或修改；{2} 年的数字要新填。</translation>
    </message>
    <message>
        <source>Begin with {0}</source>
        <translation>从 {0} 开始确认</translation>
    </message>
</context>
<context>
    <name>ChangesHead</name>
    <message>
        <source>Only what changed</source>
        <translation>只看有变化的</translation>
    </message>
    <message>
        <source>{0}: only what changed</source>
        <comment>the title of a table</comment>
        <translation>{0}：只看有变化的</translation>
    </message>
    <message>
        <source>{0} of {1} changed</source>
        <comment>counts</comment>
        <translation>{1} 项中 {0} 项有变化</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>{0}: evidence-backed {1}, declared {2}</source>
        <translation>{0}：佐证分 {1}，声明分 {2}</translation>
    </message>
    <message>
        <source>few items apply</source>
        <translation>样本不足</translation>
    </message>
    <message>
        <source>{0}: show the chart</source>
        <translation>{0}：看图表</translation>
    </message>
    <message>
        <source>{0}: show the numbers</source>
        <translation>{0}：看数字</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数字</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>A revision that is saved on this computer has this code.</source>
        <translation>代码正确，对应本机保存的一份定稿。</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Typed code</source>
        <translation>输入的代码</translation>
    </message>
    <message>
        <source>{0} (there is a newer one)</source>
        <translation>{0}（已有更新的一版）</translation>
    </message>
    <message>
        <source>Consistency code {0}</source>
        <translation>一致性代码 {0}</translation>
    </message>
    <message>
        <source>These {0} have the same consistency code: {1}</source>
        <translation>这 {0} 份的一致性代码相同：{1}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names of files</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between codes with their files</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>These {0} do not have the same consistency code. {1}</source>
        <translation>这 {0} 份的一致性代码不同：{1}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <comment>whose, or which code: what</comment>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>CheckCard</name>
    <message>
        <source>Waiting</source>
        <translation>等待核对</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>移去 {0}</translation>
    </message>
    <message>
        <source>Open the assessment</source>
        <translation>打开这份自评</translation>
    </message>
    <message>
        <source>Copy the result</source>
        <translation>复制核对结果</translation>
    </message>
    <message>
        <source>Being checked…</source>
        <translation>正在核对…</translation>
    </message>
    <message>
        <source>Consistency code {0}</source>
        <translation>一致性代码 {0}</translation>
    </message>
    <message>
        <source>Details of {0}</source>
        <translation>{0} 的核对明细</translation>
    </message>
    <message>
        <source>Stopped before it was checked</source>
        <translation>已停止，没有核对</translation>
    </message>
    <message>
        <source>It could not be checked</source>
        <translation>无法核对</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Open it and bring it in…</source>
        <translation>打开并导入…</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Check the code</source>
        <translation>核对代码</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Check files</source>
        <translation>核对文件</translation>
    </message>
    <message>
        <source>or drop them here</source>
        <translation>也可以把文件拖到这里</translation>
    </message>
    <message>
        <source>Or type the code that is printed on the paper</source>
        <translation>或者输入纸上印的一致性代码</translation>
    </message>
    <message>
        <source>XXXX-XXXX-XXXXX</source>
        <translation>XXXX-XXXX-XXXXX</translation>
    </message>
    <message>
        <source>Let go to check the files</source>
        <translation>松开鼠标，核对这些文件</translation>
    </message>
    <message>
        <source>Workbooks, packages and PDFs (*.xlsx *.digicom *.pdf)</source>
        <translation>工作簿、数据包和 PDF (*.xlsx *.digicom *.pdf)</translation>
    </message>
    <message>
        <source>Choose files to check</source>
        <translation>选择要核对的文件</translation>
    </message>
    <message>
        <source>Is this workbook, package or PDF complete, was anything altered, and does it belong to a revision on this computer? Nothing is brought in or changed.</source>
        <translation>看一份工作簿、数据包或 PDF 是否完整，有没有被改动，是不是这台电脑上的定稿。核对时不导入，也不改动任何内容。</translation>
    </message>
</context>
<context>
    <name>CodeCard</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Consistency code</source>
        <translation>一致性代码</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Draft code</source>
        <translation>草稿代码</translation>
    </message>
</context>
<context>
    <name>CompanyFields</name>
    <message>
        <source>{0}, required</source>
        <translation>{0}，必填</translation>
    </message>
    <message>
        <source>City</source>
        <translation>市（州）</translation>
    </message>
    <message>
        <source>County or district</source>
        <translation>县（市、区）</translation>
    </message>
    <message>
        <source>Lists, titles and awards, if any</source>
        <translation>进入的名单、获得的称号和奖项，没有就留空</translation>
    </message>
    <message>
        <source>The bureau that gets the files</source>
        <translation>材料交给哪个商务主管部门</translation>
    </message>
    <message>
        <source>18 characters, as on the business licence</source>
        <translation>18 位，照营业执照填写</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>What is done, with which systems, in which departments</source>
        <translation>做了哪些事，用了什么系统，哪些部门在用</translation>
    </message>
    <message>
        <source>Figures before and after, and who gains by it</source>
        <translation>前后对比的数字，谁从中受益</translation>
    </message>
    <message>
        <source>What is still hard, and what comes next</source>
        <translation>还有哪些难处，下一步怎么做</translation>
    </message>
    <message>
        <source>The size class depends on it</source>
        <translation>企业规模按中类划分</translation>
    </message>
    <message>
        <source>{0} · province</source>
        <comment>the field of the region</comment>
        <translation>{0} · 省（区、市）</translation>
    </message>
    <message>
        <source>Digital means in the firm&apos;s own business: usually the first. Digital commerce services for other firms: usually the second. The guideline does not define them; ask the bureau if in doubt.</source>
        <translation>自己的生意里用数字技术的，一般选前一类；给别的企业做数字商务服务的，一般选后一类。指引没有规定，拿不准问报送单位。</translation>
    </message>
    <message>
        <source>Selling goods: 52 retail or 51 wholesale. Making them: manufacturing.</source>
        <translation>卖货选 52 零售业或 51 批发业；自己生产的选制造业</translation>
    </message>
    <message>
        <source>Choose, or type what you do: online shop, restaurant, software</source>
        <translation>请选择，或输入做什么：网店、饭店、软件……</translation>
    </message>
</context>
<context>
    <name>CompanyPage</name>
    <message>
        <source>The firm</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Industry and size</source>
        <translation>行业与规模</translation>
    </message>
    <message>
        <source>Application and filling in</source>
        <translation>申报与填报</translation>
    </message>
    <message>
        <source>In the firm&apos;s own words</source>
        <translation>自评说明</translation>
    </message>
    <message>
        <source>Printed in the report as they stand here</source>
        <translation>原样印在报告里</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>企业信息</translation>
    </message>
    <message>
        <source>Saved as you type. * is needed before the assessment is finalised.</source>
        <translation>随填随存。带 * 的定稿前必须填写。</translation>
    </message>
    <message>
        <source>Next: business profile</source>
        <translation>下一步：业务画像</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Claimed level</source>
        <translation>自评级别</translation>
    </message>
    <message>
        <source>Evidence-backed level</source>
        <translation>佐证级别</translation>
    </message>
    <message>
        <source>Also changed</source>
        <translation>其他变化</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Evidence-backed score</source>
        <translation>佐证分</translation>
    </message>
    <message>
        <source>Declared score</source>
        <translation>声明分</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Only in {0}</source>
        <translation>只在“{0}”中有</translation>
    </message>
    <message>
        <source>The other one</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>本次</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>Up {0}</source>
        <comment>levels</comment>
        <translation>升 {0} 级</translation>
    </message>
    <message>
        <source>Down {0}</source>
        <comment>levels</comment>
        <translation>降 {0} 级</translation>
    </message>
    <message>
        <source>{0}: no change, {1}</source>
        <translation>{0}：没有变化，{1}</translation>
    </message>
    <message>
        <source>{0}: before {1}; after {2}</source>
        <translation>{0}：原来{1}；现在{2}</translation>
    </message>
    <message>
        <source>{0}; also changed: {1}</source>
        <translation>{0}；其他变化：{1}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>{0} (only those of one side)</source>
        <translation>{0}（只列一边有的）</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <comment>a figure, its unit</comment>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>claimed {0}, evidence-backed {1}</source>
        <translation>自评 {0}、佐证 {1}</translation>
    </message>
    <message>
        <source>Revision {0}</source>
        <translation>第 {0} 版</translation>
    </message>
</context>
<context>
    <name>CompareBody</name>
    <message>
        <source>Key figures of the items</source>
        <translation>各项目的关键指标</translation>
    </message>
    <message>
        <source>Figures of the firm</source>
        <translation>企业数据</translation>
    </message>
    <message>
        <source>Nothing is different</source>
        <translation>两边没有不同</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between changes</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Changes ({0}): {1}; and others</source>
        <translation>共 {0} 处变化：{1} 等</translation>
    </message>
    <message>
        <source>Changes ({0}): {1}</source>
        <translation>共 {0} 处变化：{1}</translation>
    </message>
</context>
<context>
    <name>CompareHead</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Back to results</source>
        <translation>返回结果</translation>
    </message>
    <message>
        <source>Copied; it can be pasted into a table</source>
        <translation>已复制，可以粘贴到表格里</translation>
    </message>
</context>
<context>
    <name>CompareHeads</name>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Claimed level</source>
        <translation>自评级别</translation>
    </message>
    <message>
        <source>Evidence-backed level</source>
        <translation>佐证级别</translation>
    </message>
    <message>
        <source>Also changed</source>
        <translation>其他变化</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>This cannot be compared: {0}</source>
        <translation>无法与它比较：{0}</translation>
    </message>
    <message>
        <source>Choose the other side</source>
        <translation>请选择比较对象</translation>
    </message>
    <message>
        <source>Nothing to compare with yet</source>
        <translation>还没有可以比较的内容</translation>
    </message>
    <message>
        <source>As soon as there is another assessment, a revision of this one, or last year&apos;s values inside it, both sides stand here: scores, levels, answers and figures.</source>
        <translation>有了另一份自评、本次自评的定稿，或者从上一年结转来的数据以后，这里会并排显示两边的分数、等级、各项作答和数据。</translation>
    </message>
    <message>
        <source>Choose above what to compare this assessment with: scores, levels, answers and figures of both sides then stand here beside each other.</source>
        <translation>请在上面选择要与本次自评比较的内容，两边的分数、等级、各项作答和数据会在这里并排显示。</translation>
    </message>
</context>
<context>
    <name>CompareRadarCard</name>
    <message>
        <source>Six directions, evidence-backed</source>
        <translation>六个方向的佐证分</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>evidence-backed</source>
        <translation>佐证</translation>
    </message>
    <message>
        <source>declared</source>
        <translation>声明</translation>
    </message>
    <message>
        <source>{0}: {1} {2}, {3} {4}, change {5}</source>
        <comment>mean, side, value, side, value</comment>
        <translation>{0}：{1} {2}，{3} {4}，变化 {5}</translation>
    </message>
</context>
<context>
    <name>CompareRow</name>
    <message>
        <source>{0}: hide the texts</source>
        <translation>{0}：收起两边的文字</translation>
    </message>
    <message>
        <source>{0}: show the texts</source>
        <translation>{0}：展开两边的文字</translation>
    </message>
    <message>
        <source>Hide the texts</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show what both sides say</source>
        <translation>看两边是怎么写的</translation>
    </message>
</context>
<context>
    <name>CompareTexts</name>
    <message>
        <source>{0}, {1}: {2}</source>
        <comment>a text, the side that says it</comment>
        <translation>{0}，{1}：{2}</translation>
    </message>
</context>
<context>
    <name>ContentsList</name>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
</context>
<context>
    <name>CorePractice</name>
    <message>
        <source>What is asked</source>
        <translation>看什么</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>算</translation>
    </message>
    <message>
        <source>Does not count</source>
        <translation>不算</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>The program made a mistake</source>
        <translation>程序出错了</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Save diagnostics…</source>
        <translation>保存诊断信息…</translation>
    </message>
    <message>
        <source>You can go on. If it happens again, please close the program, and send the diagnostics to whoever gave you the program: versions, sizes and what the program did, but nothing of what you entered.</source>
        <translation>您可以继续使用。如果再次出现，请关闭程序，并把诊断信息发给提供程序的人：其中只有版本、数据大小和程序做过的操作，没有您填写的内容。</translation>
    </message>
    <message>
        <source>Something went wrong in the program, not in what you entered. Everything that you typed has been saved.</source>
        <translation>出错的是程序，不是您填写的内容。您输入的内容已全部保存。</translation>
    </message>
    <message>
        <source>Something went wrong in the program, not in what you entered. What was saved is safe; what you typed last could not be saved yet.</source>
        <translation>出错的是程序，不是您填写的内容。此前已保存的内容都在，但您最后输入的内容还没能保存。</translation>
    </message>
</context>
<context>
    <name>DataMove</name>
    <message>
        <source>Where is the data to go?</source>
        <translation>数据要移到哪里？</translation>
    </message>
    <message>
        <source>From: {0}
To: {1}

Everything is copied and compared first; only then does the program use the new folder. Choose a disk of this computer, not a network drive, a synchronised folder or a memory stick.</source>
        <translation>从：{0}
到：{1}

先全部复制并核对，确认无误后程序才改用新文件夹。请选本机的磁盘，不要选网络盘、同步盘或 U 盘。</translation>
    </message>
    <message>
        <source>Move the data?</source>
        <translation>移动数据？</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Moving the data</source>
        <translation>正在移动数据</translation>
    </message>
    <message>
        <source>Everything is being copied and compared.</source>
        <translation>正在复制并核对全部数据。</translation>
    </message>
    <message>
        <source>Not deleted</source>
        <translation>没有删干净</translation>
    </message>
    <message>
        <source>They were copied, compared and opened there. A copy is still in {0}: it is not used any more and can be deleted.</source>
        <translation>数据已复制、核对，并在新位置打开。{0} 里还留着一份旧的副本，不再使用，可以删除。</translation>
    </message>
    <message>
        <source>Your data is now in {0}</source>
        <translation>数据现在在 {0}</translation>
    </message>
    <message>
        <source>Keep the old copy</source>
        <translation>保留旧副本</translation>
    </message>
    <message>
        <source>Delete the old copy</source>
        <translation>删除旧副本</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>Enter a day, such as {0}</source>
        <translation>请填写年月日，如 {0}</translation>
    </message>
    <message>
        <source>This day is still to come. Is it right?</source>
        <translation>这一天还没有到，请核对。</translation>
    </message>
    <message>
        <source>This is before {0}, the day of the step before. Is it right?</source>
        <translation>早于上一步的日期 {0}，请核对。</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDesk</name>
    <message>
        <source>Save diagnostics</source>
        <translation>保存诊断信息</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>{0}

Please send this file to whoever gave you the program. You can open it and look: it holds nothing that you entered.</source>
        <translation>{0}

请把这个文件发给提供程序的人。您可以打开看看：里面没有您填写的内容。</translation>
    </message>
    <message>
        <source>Diagnostics saved</source>
        <translation>诊断信息已保存</translation>
    </message>
</context>
<context>
    <name>DifferenceHead</name>
    <message>
        <source>Where</source>
        <translation>哪一处</translation>
    </message>
</context>
<context>
    <name>DifferenceList</name>
    <message>
        <source>Left and Right choose a side, Space the other one</source>
        <translation>左右方向键选一边，空格键换到另一边</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>In the cells</source>
        <translation>表里看到的</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>原来的</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>{0}, {1}. Chosen: {2}, {3}. Other: {4}, {5}</source>
        <translation>{0}，{1}。已选{2}：{3}。另一边是{4}：{5}</translation>
    </message>
</context>
<context>
    <name>DraftCard</name>
    <message>
        <source>Check and finalise</source>
        <translation>去审核并定稿</translation>
    </message>
    <message>
        <source>Changed since revision {0}; revision {1} is not finalised yet</source>
        <translation>第 {0} 版定稿后又有改动，第 {1} 版还没有定稿</translation>
    </message>
    <message>
        <source>Not finalised yet</source>
        <translation>还没有定稿</translation>
    </message>
    <message>
        <source>{0} to fix</source>
        <translation>{0} 条必改</translation>
    </message>
    <message>
        <source>{0} to explain</source>
        <translation>{0} 条须说明</translation>
    </message>
    <message>
        <source>{0} to verify</source>
        <translation>{0} 条请核实</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>审核已全部处理，可以定稿</translation>
    </message>
    <message>
        <source>{0} Exported files are marked as a draft.</source>
        <translation>{0}导出的文件会注明“草稿”。</translation>
    </message>
    <message>
        <source>Drop the changes, back to revision {0}…</source>
        <translation>放弃改动，回到第 {0} 版…</translation>
    </message>
</context>
<context>
    <name>EmptyHome</name>
    <message>
        <source>New assessment</source>
        <translation>新建自评</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>A workbook, a filled template or a package</source>
        <translation>Excel 表、填好的模板或数据包</translation>
    </message>
    <message>
        <source>Look at a filled example</source>
        <translation>看看填好的示例</translation>
    </message>
    <message>
        <source>No assessment yet</source>
        <translation>还没有自评</translation>
    </message>
    <message>
        <source>An assessment leads a firm through 22 questions about its digital commerce and shows where it stands. Begin with the year and the firm, then answer the items in any order; everything is saved as you go. At the end the program writes the workbook and the PDF that your bureau takes.</source>
        <translation>一份自评用 22 个问题看清企业的数字商务做到了哪一步。先填年度和企业，再按任意顺序逐项作答，随填随存。最后由软件生成报给商务主管部门的 Excel 表和 PDF。</translation>
    </message>
    <message>
        <source>Change the search or the choice above.</source>
        <translation>请改一改上面的搜索词或筛选。</translation>
    </message>
    <message>
        <source>No assessment matches</source>
        <translation>没有符合的自评</translation>
    </message>
    <message>
        <source>What you delete stays here until you delete it for ever.</source>
        <translation>删除的自评先放在这里，直到您彻底删除。</translation>
    </message>
    <message>
        <source>The recycle bin is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>从备份恢复…</translation>
    </message>
    <message>
        <source>After a new computer: from a memory stick or a backup file</source>
        <translation>换了电脑以后，从 U 盘或备份文件恢复</translation>
    </message>
</context>
<context>
    <name>EvidenceChoice</name>
    <message>
        <source>Use evidence of another item</source>
        <translation>选用其他项的材料</translation>
    </message>
    <message>
        <source>A piece of evidence may support at most {0} items.</source>
        <translation>一份材料最多用于 {0} 项。</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐证材料</translation>
    </message>
    <message>
        <source>Type a part of the number or title</source>
        <translation>输入编号或名称的一部分</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>选用</translation>
    </message>
</context>
<context>
    <name>EvidenceDesk</name>
    <message>
        <source>Choose evidence files</source>
        <translation>选择佐证文件</translation>
    </message>
    <message>
        <source>Choose the file of {0}</source>
        <translation>选择 {0} 的文件</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存一份</translation>
    </message>
</context>
<context>
    <name>EvidenceDialog</name>
    <message>
        <source>Evidence {0}</source>
        <translation>佐证材料 {0}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>材料名称</translation>
    </message>
    <message>
        <source>What the document is called</source>
        <translation>这份材料叫什么</translation>
    </message>
    <message>
        <source>Date of the document</source>
        <translation>材料日期</translation>
    </message>
    <message>
        <source>What it proves</source>
        <translation>证明内容</translation>
    </message>
    <message>
        <source>What a reader can see in it</source>
        <translation>从材料里能看到什么</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>佐证档次</translation>
    </message>
    <message>
        <source>Type to search</source>
        <translation>输入编号或名称的一部分</translation>
    </message>
    <message>
        <source>And one more (optional)</source>
        <translation>再一项（可不填）</translation>
    </message>
    <message>
        <source>Also for another item (optional)</source>
        <translation>也用于另一项（可不填）</translation>
    </message>
    <message>
        <source>Valid until (licences, contracts)</source>
        <translation>有效至（证照、合同）</translation>
    </message>
    <message>
        <source>a date, or long-term</source>
        <translation>年-月-日，或“长期”</translation>
    </message>
</context>
<context>
    <name>EvidenceList</name>
    <message>
        <source>Copying {0} file(s)…</source>
        <translation>正在复制 {0} 个文件…</translation>
    </message>
    <message>
        <source>choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Without a file…</source>
        <translation>先不附文件…</translation>
    </message>
    <message>
        <source>Use evidence of another item…</source>
        <translation>选用其他项的材料…</translation>
    </message>
    <message>
        <source>Drop files here, or</source>
        <translation>把文件拖到这里，或</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Paste files or a picture that was copied (Ctrl+V)</source>
        <translation>粘贴复制好的文件或图片（Ctrl+V）</translation>
    </message>
    <message>
        <source>Let go: you will be asked whether to open it or to add it as evidence</source>
        <translation>松开鼠标，会问您：打开它，还是作为佐证</translation>
    </message>
    <message>
        <source>Let go to add it as evidence of this item</source>
        <translation>松开鼠标，作为本项的佐证</translation>
    </message>
</context>
<context>
    <name>EvidencePicture</name>
    <message>
        <source>Open {0}</source>
        <translation>打开 {0}</translation>
    </message>
</context>
<context>
    <name>EvidenceRow</name>
    <message>
        <source>Actions for {0}</source>
        <translation>{0} 的操作</translation>
    </message>
    <message>
        <source>Grade {0} {1}</source>
        <translation>{0} 档 {1}</translation>
    </message>
    <message>
        <source>No title yet</source>
        <translation>还没有名称</translation>
    </message>
    <message>
        <source>proves: {0}</source>
        <translation>证明：{0}</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>未附文件</translation>
    </message>
    <message>
        <source>also for {0}</source>
        <translation>也用于 {0}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Still to say: its date and what it proves</source>
        <translation>还没写全日期和证明内容</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Save a copy of the file…</source>
        <translation>文件另存一份…</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>换一个文件…</translation>
    </message>
    <message>
        <source>Attach a file…</source>
        <translation>附上文件…</translation>
    </message>
    <message>
        <source>Take off this item</source>
        <translation>不再用于本项</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Still to say: what it proves</source>
        <translation>还没写证明内容</translation>
    </message>
    <message>
        <source>Still to say: its date</source>
        <translation>还没写日期</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开文件</translation>
    </message>
</context>
<context>
    <name>EvidenceSection</name>
    <message>
        <source>Evidence</source>
        <translation>佐证材料</translation>
    </message>
    <message>
        <source>Up to 20 MB each; one piece may support up to {0} items</source>
        <translation>每份不超过 20 MB，一份最多用于 {0} 项</translation>
    </message>
    <message>
        <source>No other item has evidence that may support one more.</source>
        <translation>其他项里没有可以再选用的材料。</translation>
    </message>
    <message>
        <source>Delete evidence {0}?</source>
        <translation>删除佐证材料 {0}？</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; was not added: this file is already evidence {1}.</source>
        <translation>“{0}”没有添加：这个文件已经是佐证材料 {1}。</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is taken off every item. Undo brings it back.</source>
        <translation>“{0}”会从所有用到它的项里移除，按“撤销”可以找回。</translation>
    </message>
    <message>
        <source>Screenshot {0}</source>
        <translation>截图 {0}</translation>
    </message>
    <message>
        <source>There is nothing to paste. Copy a file in its folder or take a screenshot first, then paste it here.</source>
        <translation>没有可以粘贴的内容。请先在文件夹里复制文件，或者用截图工具截图，再来粘贴。</translation>
    </message>
    <message>
        <source>No program opened &quot;{0}&quot;. Save a copy of it and open that with a program of your choice.</source>
        <translation>没有程序能打开“{0}”。请把文件另存一份，再用合适的程序打开。</translation>
    </message>
    <message>
        <source>With what is there, up to level {0} counts</source>
        <translation>现有说明和材料，最高认到 {0} 级</translation>
    </message>
    <message>
        <source>Add as evidence</source>
        <translation>作为佐证</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开它</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; holds a self-assessment. Open it, or add it as evidence here?</source>
        <translation>“{0}”是自评文件：打开它，还是作为这一项的佐证？</translation>
    </message>
    <message>
        <source>This is a self-assessment file</source>
        <translation>这是自评文件</translation>
    </message>
</context>
<context>
    <name>EvidenceText</name>
    <message>
        <source>None of them with a file</source>
        <translation>都没有附文件</translation>
    </message>
    <message>
        <source>{0} of them with a file ({1})</source>
        <translation>其中 {0} 份附文件（{1}）</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>{0}. {1}</source>
        <translation>{0} 份，{1}</translation>
    </message>
</context>
<context>
    <name>ExportBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Export {0} files</source>
        <translation>导出 {0} 份文件</translation>
    </message>
    <message>
        <source>Replace them, or keep both</source>
        <translation>请选择替换，或者两份都保留</translation>
    </message>
    <message>
        <source>Files of this name are there</source>
        <translation>已有同名文件</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>All written and checked</source>
        <translation>已全部导出并核对</translation>
    </message>
    <message>
        <source>{0} of {1} files</source>
        <translation>已完成 {0} / {1}</translation>
    </message>
    <message>
        <source>Export 1 file</source>
        <translation>导出 1 份文件</translation>
    </message>
    <message>
        <source>Stopping; what was there before stays as it was</source>
        <translation>正在停止，原来的文件保持不变</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>没有写成</translation>
    </message>
    <message>
        <source>{0} written, {1} failed</source>
        <translation>{0} 份已导出，{1} 份没有写成</translation>
    </message>
</context>
<context>
    <name>ExportDesk</name>
    <message>
        <source>Files to export</source>
        <translation>要导出的文件</translation>
    </message>
    <message>
        <source>Each is opened again and compared with the assessment</source>
        <translation>每份写完都会重新打开，与填报内容逐项比对</translation>
    </message>
    <message>
        <source>Export what is open now</source>
        <translation>改为导出当前内容</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>两份都保留</translation>
    </message>
    <message>
        <source>The last changes are not saved yet; export when they are.</source>
        <translation>最近的改动还没有保存，保存后再导出。</translation>
    </message>
    <message>
        <source>Tick at least one file.</source>
        <translation>请至少勾选一份文件。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between files</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>The folder has this already: {0}</source>
        <translation>文件夹里已经有：{0}</translation>
    </message>
    <message>
        <source>Exported: {0}</source>
        <translation>已导出：{0}</translation>
    </message>
    <message>
        <source>1 file in {0}</source>
        <translation>1 个文件，在“{0}”</translation>
    </message>
    <message>
        <source>{1} files in {0}</source>
        <translation>{1} 个文件，在“{0}”</translation>
    </message>
</context>
<context>
    <name>ExportFiles</name>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>all 22 items with answers, figures, evidence and scores</source>
        <translation>22 项的作答、指标、佐证和得分</translation>
    </message>
    <message>
        <source>PDF report</source>
        <translation>PDF 报告</translation>
    </message>
    <message>
        <source>A4, readable in black and white, fonts embedded</source>
        <translation>A4，可黑白打印，字体已嵌入</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>data, evidence and both files: all that goes to another computer, in one</source>
        <translation>数据、佐证、两份文件，一个文件就能搬到另一台电脑</translation>
    </message>
    <message>
        <source>Evidence volume</source>
        <translation>佐证材料汇编</translation>
    </message>
    <message>
        <source>one PDF of all evidence, in A4 behind numbered dividers</source>
        <translation>所有佐证合成一份 A4 的 PDF，每份前有编号隔页</translation>
    </message>
    <message>
        <source>No evidence is registered yet.</source>
        <translation>还没有登记佐证材料。</translation>
    </message>
</context>
<context>
    <name>ExportGuide</name>
    <message>
        <source>Guide</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Before it goes to the bureau</source>
        <translation>报送之前</translation>
    </message>
    <message>
        <source>What the files say</source>
        <translation>本次内容</translation>
    </message>
    <message>
        <source>Read the PDF once</source>
        <translation>通读一遍 PDF</translation>
    </message>
    <message>
        <source>Every figure and every document it names</source>
        <translation>逐个核对数字和材料名称</translation>
    </message>
    <message>
        <source>Print it</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>A4, both sides; black and white is enough</source>
        <translation>A4 双面打印，黑白即可</translation>
    </message>
    <message>
        <source>Sign and stamp</source>
        <translation>签字、盖章</translation>
    </message>
    <message>
        <source>{0}: the workbook and the stamped PDF</source>
        <translation>{0}：工作簿和盖章的 PDF</translation>
    </message>
    <message>
        <source>The receiving bureau</source>
        <translation>报送单位</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>{0} items</source>
        <translation>{0} 项</translation>
    </message>
    <message>
        <source>{0} answered, {1} not applicable</source>
        <translation>{0} 项作答，{1} 项不适用</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐证材料</translation>
    </message>
    <message>
        <source>Declared / evidence-backed</source>
        <translation>声明分 / 佐证分</translation>
    </message>
    <message>
        <source>Note what became of it</source>
        <translation>登记报送结果</translation>
    </message>
    <message>
        <source>Submitted, returned or accepted: below, at each revision</source>
        <translation>已报送、已退回或已接收，在本页“各版”里登记</translation>
    </message>
    <message>
        <source>Explanations</source>
        <translation>审核说明</translation>
    </message>
    <message>
        <source>The statement of truth in the PDF: signature and seal of the firm</source>
        <translation>PDF 中的承诺书：法定代表人签字，加盖公章</translation>
    </message>
    <message>
        <source>{0} given</source>
        <translation>{0} 条</translation>
    </message>
    <message>
        <source>{0}: the workbook, the stamped PDF and the evidence volume</source>
        <translation>{0}：工作簿、盖章的 PDF 和佐证材料汇编</translation>
    </message>
    <message>
        <source>Hand them in</source>
        <translation>报送</translation>
    </message>
</context>
<context>
    <name>ExportMore</name>
    <message>
        <source>Copy for advice without names (PDF only), to show to somebody outside</source>
        <translation>不含名称的征求意见稿（只有 PDF），可以给外部人员看</translation>
    </message>
    <message>
        <source>Parts of the PDF report</source>
        <translation>PDF 报告包含的部分</translation>
    </message>
    <message>
        <source>More: {0}</source>
        <translation>更多：{0}</translation>
    </message>
    <message>
        <source>Cover and contents are always there.</source>
        <translation>封面和目录总是包含。</translation>
    </message>
    <message>
        <source>Cover, contents and statement of truth are always there.</source>
        <translation>封面、目录和承诺书总是包含。</translation>
    </message>
    <message>
        <source>all parts of the PDF</source>
        <translation>PDF 包含全部内容</translation>
    </message>
    <message>
        <source>{0} of {1} parts of the PDF</source>
        <translation>PDF 包含 {1} 部分中的 {0} 部分</translation>
    </message>
    <message>
        <source>{0}, without names</source>
        <translation>{0}，不含名称</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Finalise and export</source>
        <translation>定稿与导出</translation>
    </message>
    <message>
        <source>{0} is exported as it was finalised, not what is open now.</source>
        <translation>现在导出的是{0}定稿时的内容，不是当前内容。</translation>
    </message>
    <message>
        <source>Ready to export revision {0} again</source>
        <translation>可以再次导出第 {0} 版</translation>
    </message>
    <message>
        <source>Back to revision {0}?</source>
        <translation>回到第 {0} 版？</translation>
    </message>
    <message>
        <source>What was changed since then is dropped, and the assessment is finalised again as revision {0}. Undo brings the changes back, until the assessment is closed.</source>
        <translation>定稿以后的改动都会放弃，自评恢复为已定稿的第 {0} 版。关闭这份自评之前，还可以撤销，把改动找回来。</translation>
    </message>
    <message>
        <source>Keep the changes</source>
        <translation>保留改动</translation>
    </message>
    <message>
        <source>Drop the changes</source>
        <translation>放弃改动</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Enter a date, such as 2025-03-31 or 2025-03</source>
        <translation>请填日期，如 2025-03-31 或 2025 年 3 月</translation>
    </message>
    <message>
        <source>Type a part of the name and choose from the list</source>
        <translation>请输入名称的一部分，再从列表中选择</translation>
    </message>
    <message>
        <source>year-month-day</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>填今天</translation>
    </message>
    <message>
        <source>{0}: today</source>
        <translation>{0}：填今天</translation>
    </message>
    <message>
        <source>Nothing was pasted: {0} × {1} cells do not fit from here on. Copy only the numbers.</source>
        <translation>复制的是 {0} 行 {1} 列，从这一格起放不下，什么也没有粘贴。请只复制数字。</translation>
    </message>
    <message>
        <source>There is no month {0}</source>
        <translation>没有 {0} 月</translation>
    </message>
    <message>
        <source>{0}-{1} has no day {2}</source>
        <translation>{0} 年 {1} 月没有 {2} 日</translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>Key figures</source>
        <translation>关键指标</translation>
    </message>
    <message>
        <source>From level {0} on, at least one number for {1} is needed (0 counts)</source>
        <translation>{0} 级及以上至少填一个 {1} 年的数（0 也算）</translation>
    </message>
    <message>
        <source>{0}</source>
        <comment>a year as the head of a column</comment>
        <translation>{0} 年</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>not filled</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <comment>a figure, its year</comment>
        <translation>{0}，{1} 年</translation>
    </message>
    <message>
        <source>{1} ({0})</source>
        <comment>a year, its figure</comment>
        <translation>{0} 年 {1}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between years</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>The company page says {0}: </source>
        <translation>企业信息填了 {0}，</translation>
    </message>
    <message>
        <source>take it over</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>{0}: </source>
        <comment>a year, before what is said of its figure</comment>
        <translation>{0} 年：</translation>
    </message>
</context>
<context>
    <name>FiguresCard</name>
    <message>
        <source>All figures are the same on both sides.</source>
        <translation>两边的数据完全相同。</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
</context>
<context>
    <name>FileResult</name>
    <message>
        <source>Open file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Write under another name</source>
        <translation>换名写入</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>换一个文件夹…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>Reading back…</source>
        <translation>正在读回…</translation>
    </message>
    <message>
        <source>Comparing the contents…</source>
        <translation>正在比对内容…</translation>
    </message>
    <message>
        <source>Putting it in place…</source>
        <translation>正在放到位…</translation>
    </message>
    <message>
        <source>Code equal</source>
        <translation>代码一致</translation>
    </message>
    <message>
        <source>Stopped; what was there before is unchanged</source>
        <translation>已停止，原来的文件没有改动</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>已写入</translation>
    </message>
    <message>
        <source>Read back, bytes equal</source>
        <translation>已读回，字节一致</translation>
    </message>
    <message>
        <source>Contents compared</source>
        <translation>内容已比对</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>Checked</source>
        <translation>已核对</translation>
    </message>
    <message>
        <source>Print it in the program that opens it (Ctrl+P): A4, in full size.</source>
        <translation>请在打开它的程序里打印（Ctrl+P）：A4 纸，按原大小。</translation>
    </message>
    <message>
        <source>No program opened it. Open the folder and double-click the file.</source>
        <translation>没有程序能打开它。请打开文件夹，双击这个文件。</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>约 {0}</translation>
    </message>
</context>
<context>
    <name>Finalise</name>
    <message>
        <source>Finalised as revision {0}</source>
        <translation>内容和第 {0} 版一致，已定稿</translation>
    </message>
    <message>
        <source>Nothing is open: ready to be finalised</source>
        <translation>都处理好了，可以定稿</translation>
    </message>
    <message>
        <source>fix {0}</source>
        <translation>改 {0} 处</translation>
    </message>
    <message>
        <source>explain {0}</source>
        <translation>补 {0} 条说明</translation>
    </message>
    <message>
        <source>verify {0}</source>
        <translation>核实 {0} 条</translation>
    </message>
    <message>
        <source>Before finalising: {0}</source>
        <translation>{0}即可定稿</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>企业信息</translation>
    </message>
    <message>
        <source>{0} items</source>
        <translation>{0} 项自评</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>关键指标</translation>
    </message>
    <message>
        <source>Not applicable: {0}</source>
        <translation>不适用 {0} 项</translation>
    </message>
    <message>
        <source>Three narratives</source>
        <translation>三段叙述</translation>
    </message>
    <message>
        <source>Evidence: {0}</source>
        <translation>佐证材料 {0} 份</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>都填好了</translation>
    </message>
    <message>
        <source>All answered</source>
        <translation>都已作答</translation>
    </message>
    <message>
        <source>All can be read as numbers</source>
        <translation>填了的都是数字</translation>
    </message>
    <message>
        <source>Nothing left to explain or to verify</source>
        <translation>没有待说明、待核实的</translation>
    </message>
    <message>
        <source>Every item applies</source>
        <translation>每一项都适用</translation>
    </message>
    <message>
        <source>No more than {0}, all with a reason</source>
        <translation>不超过 {0} 项，理由已写</translation>
    </message>
    <message>
        <source>None, which keeps nothing back</source>
        <translation>没有附材料，不影响定稿</translation>
    </message>
    <message>
        <source>{0} not answered yet</source>
        <translation>还有 {0} 项未作答</translation>
    </message>
    <message>
        <source>At most {0} may be</source>
        <translation>最多 {0} 项</translation>
    </message>
    <message>
        <source>To fix: {0}</source>
        <translation>要改：{0}</translation>
    </message>
    <message>
        <source>{0} to fix</source>
        <translation>有 {0} 处要改</translation>
    </message>
    <message>
        <source>{0} to explain</source>
        <translation>{0} 条待说明</translation>
    </message>
    <message>
        <source>{0} to verify</source>
        <translation>{0} 条待核实</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between things to do</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Explanations</source>
        <translation>审核说明</translation>
    </message>
    <message>
        <source>Improvement plan</source>
        <translation>改进计划</translation>
    </message>
    <message>
        <source>None, which is allowed</source>
        <translation>没有（可以不写）</translation>
    </message>
    <message>
        <source>For {0} items</source>
        <translation>涉及 {0} 项</translation>
    </message>
</context>
<context>
    <name>FinaliseActions</name>
    <message>
        <source>Start with the first</source>
        <translation>从第一处改起</translation>
    </message>
    <message>
        <source>Finalise</source>
        <translation>定稿</translation>
    </message>
    <message>
        <source>Finalise…</source>
        <translation>定稿…</translation>
    </message>
    <message>
        <source>Export files</source>
        <translation>导出文件</translation>
    </message>
    <message>
        <source>Look at revision {0}</source>
        <translation>查看第 {0} 版</translation>
    </message>
    <message>
        <source>Look at them one by one</source>
        <translation>逐条核实</translation>
    </message>
</context>
<context>
    <name>FinaliseChecklist</name>
    <message>
        <source>ready</source>
        <translation>已就绪</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>未就绪</translation>
    </message>
</context>
<context>
    <name>FinaliseDialog</name>
    <message>
        <source>Finalise as revision {0}?</source>
        <translation>定稿为第 {0} 版？</translation>
    </message>
    <message>
        <source>What it says now is kept as revision {0} and never changes again.</source>
        <translation>现在的内容定为第 {0} 版，不再变动。</translation>
    </message>
    <message>
        <source>It is given a consistency code, which stands on every document.</source>
        <translation>生成一致性代码，印在每份文件上。</translation>
    </message>
    <message>
        <source>You can go on working: what you change becomes revision {1}.</source>
        <translation>以后仍可修改，改动归入第 {1} 版。</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>再看看</translation>
    </message>
    <message>
        <source>Finalise</source>
        <translation>定稿</translation>
    </message>
    <message>
        <source>Not finalised</source>
        <translation>没有定稿</translation>
    </message>
</context>
<context>
    <name>FinalisePanel</name>
    <message>
        <source>Finalise</source>
        <translation>定稿</translation>
    </message>
</context>
<context>
    <name>FinaliseSummary</name>
    <message>
        <source>Finalise</source>
        <translation>定稿</translation>
    </message>
    <message>
        <source>Revision {0}</source>
        <translation>第 {0} 版</translation>
    </message>
    <message>
        <source>Finalised content never changes again and has a consistency code. What you change later becomes revision {0}; revision {1} stays.</source>
        <translation>定稿后内容不再变动，并生成一致性代码。以后要改，会另开第 {0} 版，第 {1} 版保留。</translation>
    </message>
    <message>
        <source>Revision {0} was finalised on {1} and never changes again. What you change from now on becomes revision {2}.</source>
        <translation>第 {0} 版已于 {1} 定稿，内容不再变动。以后要改，会另开第 {2} 版。</translation>
    </message>
    <message>
        <source>Consistency code</source>
        <translation>一致性代码</translation>
    </message>
    <message>
        <source>on finalising</source>
        <translation>定稿时生成</translation>
    </message>
    <message>
        <source>Finalised as</source>
        <translation>定稿为</translation>
    </message>
    <message>
        <source>Declared / evidence-backed</source>
        <translation>声明分 / 佐证分</translation>
    </message>
</context>
<context>
    <name>FinalisedCode</name>
    <message>
        <source>Copy the code</source>
        <translation>复制代码</translation>
    </message>
    <message>
        <source>Consistency code</source>
        <translation>一致性代码</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>FolderChoice</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>{0}: choose a folder</source>
        <translation>{0}：选择文件夹</translation>
    </message>
    <message>
        <source>Use the default</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>{0}: use the default</source>
        <translation>{0}：恢复默认</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message>
        <source>Folder the files go to</source>
        <translation>文件保存到的文件夹</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Simplified Chinese</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Language of the files</source>
        <translation>文件语言</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>保存到</translation>
    </message>
    <message>
        <source>This folder does not exist: choose another one.</source>
        <translation>这个文件夹不存在，请另选一个。</translation>
    </message>
    <message>
        <source>The disk is almost full</source>
        <translation>磁盘快满了</translation>
    </message>
    <message>
        <source>{0} GB free on this disk</source>
        <translation>磁盘剩余 {0} GB</translation>
    </message>
    <message>
        <source>{0} · For reading; bureaus take the Chinese files</source>
        <translation>{0} · 英文版供阅读，报送请用中文版</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>选择保存的文件夹</translation>
    </message>
</context>
<context>
    <name>GatesCard</name>
    <message>
        <source>Condition (all must hold)</source>
        <translation>条件（须同时满足）</translation>
    </message>
    <message>
        <source>Have</source>
        <translation>现有</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>met</source>
        <translation>满足</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>未满足</translation>
    </message>
</context>
<context>
    <name>GuideExamples</name>
    <message>
        <source>Picked by the business profile</source>
        <translation>按业务画像选取</translation>
    </message>
    <message>
        <source>Choose kinds of business in the profile to see only those of your trade</source>
        <translation>在业务画像里勾选企业类型，这里就只列同行的例子</translation>
    </message>
    <message>
        <source>Written to explain; no real firms.</source>
        <translation>为说明而编写，非真实企业。</translation>
    </message>
    <message>
        <source>Level {0} {1}</source>
        <translation>{0} 级 {1}</translation>
    </message>
    <message>
        <source>There is no example of your own trade here ({0}); see those of others first</source>
        <translation>这一项没有{0}的例子，先看其他行业的</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between trades</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>GuideFrame</name>
    <message>
        <source>Close ({0})</source>
        <translation>关闭（{0}）</translation>
    </message>
</context>
<context>
    <name>GuidePanel</name>
    <message>
        <source>From level {0} to {1}</source>
        <translation>从 {0} 级到 {1} 级，最省力的一步</translation>
    </message>
    <message>
        <source>Nothing above level {0}</source>
        <translation>已是最高的 {0} 级</translation>
    </message>
    <message>
        <source>Keep the evidence up to date.</source>
        <translation>请及时更新佐证材料。</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>填写说明</translation>
    </message>
    <message>
        <source>Evidence to prepare</source>
        <translation>可以准备的佐证</translation>
    </message>
    <message>
        <source>Common mistakes</source>
        <translation>常见错误</translation>
    </message>
    <message>
        <source>When it does not apply</source>
        <translation>什么情况不适用</translation>
    </message>
    <message>
        <source>How a level is read</source>
        <translation>怎样确定级别</translation>
    </message>
    <message>
        <source>Our translation</source>
        <translation>本软件的译文</translation>
    </message>
    <message>
        <source>See it in the whole text</source>
        <translation>在全文中查看</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <comment>the guideline, a direction</comment>
        <translation>《{0}》{1}</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; means, for example</source>
        <translation>“{0}”，比如</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>同行例子</translation>
    </message>
    <message>
        <source>Words explained</source>
        <translation>词语解释</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>指引原文</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>通俗说法</translation>
    </message>
    <message>
        <source>{0}; usually counts up to level {1}</source>
        <translation>{0}；一般最高认到 {1} 级</translation>
    </message>
</context>
<context>
    <name>GuideTerms</name>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>GuidelinePage</name>
    <message>
        <source>The guideline</source>
        <translation>指引原文</translation>
    </message>
    <message>
        <source>Official text, word for word. Issued by: {0}</source>
        <translation>官方原文，一字不改。发布机关：{0}</translation>
    </message>
    <message>
        <source>Only the Chinese text is official; the items show translations.</source>
        <translation>只有中文是官方文本，各项里有译文。</translation>
    </message>
    <message>
        <source>To item {0}</source>
        <translation>去填写 {0}</translation>
    </message>
    <message>
        <source>Back to {0}</source>
        <translation>回到 {0}</translation>
    </message>
    <message>
        <source>Print the guideline</source>
        <translation>打印指引</translation>
    </message>
</context>
<context>
    <name>HomeDesk</name>
    <message>
        <source>That did not work</source>
        <translation>没有成功</translation>
    </message>
    <message>
        <source>Delete for ever?</source>
        <translation>彻底删除？</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Delete for ever</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>{0} has been begun already</source>
        <translation>{0} 年度已经开始了</translation>
    </message>
    <message>
        <source>There is an assessment of this firm for {0}.</source>
        <translation>这家企业已有一份 {0} 年度的自评。</translation>
    </message>
    <message>
        <source>Begin another one</source>
        <translation>再开一份</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开那一份</translation>
    </message>
    <message>
        <source>firm not named</source>
        <translation>未填企业名称</translation>
    </message>
    <message>
        <source>{0}, {1}: this assessment and its evidence files are removed and cannot come back.</source>
        <translation>{0} {1} 年度的自评和佐证材料会被彻底删除，无法恢复。</translation>
    </message>
</context>
<context>
    <name>HomeList</name>
    <message>
        <source>Assessments</source>
        <translation>自评列表</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Let go to open the file</source>
        <translation>松开鼠标，打开这个文件</translation>
    </message>
    <message>
        <source>Open one file at a time, please.</source>
        <translation>请一次打开一个文件。</translation>
    </message>
    <message>
        <source>Only one file can be opened at a time; “Check files” takes several</source>
        <translation>一次只能打开一个文件；“核对文件”可以一次放多个</translation>
    </message>
</context>
<context>
    <name>HomeRail</name>
    <message>
        <source>Lists and references</source>
        <translation>列表与参考</translation>
    </message>
    <message>
        <source>My assessments</source>
        <translation>我的自评</translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>References</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>The guideline</source>
        <translation>指引原文</translation>
    </message>
    <message>
        <source>How the score is made</source>
        <translation>评分方法</translation>
    </message>
    <message>
        <source>DigiCom Desktop</source>
        <translation>数商自评</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Your data stay on this computer</source>
        <translation>数据只保存在这台电脑上</translation>
    </message>
    <message>
        <source>A filled example</source>
        <translation>填好的示例</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Check files</source>
        <translation>核对文件</translation>
    </message>
    <message>
        <source>Empty template…</source>
        <translation>空白模板…</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>使用手册</translation>
    </message>
</context>
<context>
    <name>HomeRows</name>
    <message>
        <source>Firm · year</source>
        <translation>企业 · 年度</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>声明分</translation>
    </message>
    <message>
        <source>Evidence-backed</source>
        <translation>佐证分</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>最近修改</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续填写</translation>
    </message>
    <message>
        <source>View</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Firm not named yet</source>
        <translation>（未填企业名称）</translation>
    </message>
    <message>
        <source>No credit code yet</source>
        <translation>未填信用代码</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>{0}/{1} answered</source>
        <translation>已答 {0}/{1}</translation>
    </message>
    <message>
        <source>at item {0}</source>
        <translation>填到第 {0} 项</translation>
    </message>
    <message>
        <source>at company</source>
        <translation>填到企业信息</translation>
    </message>
    <message>
        <source>at business profile</source>
        <translation>填到业务画像</translation>
    </message>
    <message>
        <source>Today {0}</source>
        <translation>今天 {0}</translation>
    </message>
    <message>
        <source>Yesterday {0}</source>
        <translation>昨天 {0}</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{month} 月 {day} 日</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>审核发现</translation>
    </message>
    <message>
        <source>Finalised</source>
        <translation>已定稿</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>已报送</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Revision {0}</source>
        <translation>第 {0} 版</translation>
    </message>
    <message>
        <source>{0} to fix</source>
        <translation>{0} 必改</translation>
    </message>
    <message>
        <source>{0} to explain</source>
        <translation>{0} 待说明</translation>
    </message>
    <message>
        <source>{0} to verify</source>
        <translation>{0} 待核实</translation>
    </message>
    <message>
        <source>{0} overdue</source>
        <translation>{0} 逾期</translation>
    </message>
    <message>
        <source>at the check</source>
        <translation>停在审核</translation>
    </message>
    <message>
        <source>at the improvement plan</source>
        <translation>停在改进计划</translation>
    </message>
    <message>
        <source>Deleted on</source>
        <translation>删除时间</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>去更正</translation>
    </message>
    <message>
        <source>Returned: {0}</source>
        <translation>退回意见：{0}</translation>
    </message>
    <message>
        <source>{0} to fill in</source>
        <translation>{0} 待填</translation>
    </message>
</context>
<context>
    <name>IfExistsChoice</name>
    <message>
        <source>This assessment</source>
        <translation>这家企业</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>已有的自评怎么办</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>都保留</translation>
    </message>
    <message>
        <source>The file becomes an assessment of its own.</source>
        <translation>文件另存为一份新的自评。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>It says from now on what the file says; its revisions stay.</source>
        <translation>已有的自评改成文件的内容，以前的定稿仍在。</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Nothing is brought in; it stays as it is.</source>
        <translation>不导入，已有的保持原样。</translation>
    </message>
    <message>
        <source>{0}, {1}, is here already ({2}). What becomes of it?</source>
        <translation>{0} {1} 年度的自评已经有一份（{2}），怎么办？</translation>
    </message>
    <message>
        <source>The file says exactly what revision {0} here says.</source>
        <translation>文件内容与这里的第 {0} 版完全相同。</translation>
    </message>
</context>
<context>
    <name>ImportDesk</name>
    <message>
        <source>Open a file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>The file was not brought in</source>
        <translation>文件没有导入</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>Copying evidence files: {0}</source>
        <translation>正在复制 {0} 份佐证材料</translation>
    </message>
    <message>
        <source>Nothing was brought in from {0}.</source>
        <translation>没有导入 {0}，已有的自评保持原样。</translation>
    </message>
    <message>
        <source>Brought in from {0}: {1} of {2} items answered.</source>
        <translation>已导入 {0}：{2} 项中已答 {1} 项。</translation>
    </message>
    <message>
        <source>Cells left as they were: {0}.</source>
        <translation>{0} 处改动没有采用。</translation>
    </message>
    <message>
        <source>Evidence files that came with it: {0}.</source>
        <translation>一并导入佐证材料 {0} 份。</translation>
    </message>
    <message>
        <source>Entries that could not be brought in: {0}.</source>
        <translation>另有 {0} 处没有读入。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Check this PDF</source>
        <translation>核对这份 PDF</translation>
    </message>
    <message>
        <source>The workbook was altered since it was exported, so this is a draft and no revision.</source>
        <translation>这份工作簿导出后被改动过，所以读入的是草稿，不是定稿。</translation>
    </message>
    <message>
        <source>Workbooks, packages and backups (*.xlsx *.digicom *.digicom-all *.sqlite3)</source>
        <translation>工作簿、数据包和备份 (*.xlsx *.digicom *.digicom-all *.sqlite3)</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Bring in a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation>文件的内容</translation>
    </message>
    <message>
        <source>Skip this file</source>
        <translation>跳过这个文件</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>The file itself is not changed.</source>
        <translation>原文件不会改动。</translation>
    </message>
</context>
<context>
    <name>ImportFacts</name>
    <message>
        <source>Firm</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>信用代码</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>评价年度</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>一致性代码</translation>
    </message>
    <message>
        <source>not filled in</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>{0} of {1} items</source>
        <translation>{0}/{1} 项</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>Filled template, values read: {0}</source>
        <translation>填好的模板，读到 {0} 处内容</translation>
    </message>
    <message>
        <source>Assessed against</source>
        <translation>评价依据</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐证材料</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Package, revisions: {0}, with what became of them</source>
        <translation>数据包，定稿 {0} 版，含报送记录</translation>
    </message>
    <message>
        <source>Package, revisions: {0}</source>
        <translation>数据包，定稿 {0} 版</translation>
    </message>
    <message>
        <source>None</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>{0} listed; a workbook holds no files</source>
        <translation>{0} 份，只有目录；工作簿里放不进文件</translation>
    </message>
    <message>
        <source>{0}, of which with a file: {1}</source>
        <translation>{0} 份，其中 {1} 份附文件</translation>
    </message>
    <message>
        <source>Draft: the workbook was altered since revision {0} was exported</source>
        <translation>草稿：第 {0} 版导出后，这份工作簿被改动过</translation>
    </message>
    <message>
        <source>{0}, last changed {1}</source>
        <translation>{0}，上次改动 {1}</translation>
    </message>
</context>
<context>
    <name>ImportFindings</name>
    <message>
        <source>Differences {0}</source>
        <translation>不同之处 {0}</translation>
    </message>
    <message>
        <source>Remarks {0}</source>
        <translation>读取提示 {0}</translation>
    </message>
</context>
<context>
    <name>ItemCard</name>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Read from level 4 down: the first one *fully done* is yours</source>
        <translation>从 4 级往下看，第一个*全部做到*的就是本企业的级别</translation>
    </message>
    <message>
        <source>Which level is reached today</source>
        <translation>目前做到哪一级</translation>
    </message>
    <message>
        <source>Not sure? Answer a few questions</source>
        <translation>不确定？回答几个问题</translation>
    </message>
</context>
<context>
    <name>ItemHead</name>
    <message>
        <source>Does not apply</source>
        <translation>本项不适用</translation>
    </message>
</context>
<context>
    <name>ItemPage</name>
    <message>
        <source>*The reason is missing*: at least {0} characters</source>
        <translation>*还没写明理由*：至少 {0} 个字</translation>
    </message>
    <message>
        <source>*No level is chosen yet*: the ticks suggest level {0}</source>
        <translation>*还没选级别*：勾选的做法提示为 {0} 级</translation>
    </message>
    <message>
        <source>*No level is chosen yet*</source>
        <translation>*还没选级别*，填的内容暂不计分</translation>
    </message>
    <message>
        <source>Let go to add it as evidence of this item</source>
        <translation>松开鼠标，作为本项的佐证</translation>
    </message>
</context>
<context>
    <name>ItemsCard</name>
    <message>
        <source>All items</source>
        <translation>全部项目</translation>
    </message>
    <message>
        <source>Every item of both sides is answered alike.</source>
        <translation>两边每一项的作答都相同。</translation>
    </message>
    <message>
        <source>– does not apply · dashed: not answered · a click opens the item</source>
        <translation>– 为不适用 · 虚线框为未作答 · 点一行可打开该项</translation>
    </message>
</context>
<context>
    <name>KnownFirmOffer</name>
    <message>
        <source>Fill in the company information</source>
        <translation>填入企业信息</translation>
    </message>
    <message>
        <source>An assessment of this firm for {0} is here already.</source>
        <translation>已有这家企业 {0} 年度的自评。</translation>
    </message>
</context>
<context>
    <name>LastYear</name>
    <message>
        <source>Show all of it</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>{0}: not answered</source>
        <translation>{0} 年没有作答</translation>
    </message>
    <message>
        <source>Still true (Y)</source>
        <translation>仍然如此（Y）</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>To be confirmed: this is your answer for {0}. It counts once you change level, practices or texts, or say it is still true. This year&apos;s figures alone do not.</source>
        <translation>待确认：这是 {0} 年度的答案。改了级别、做法或说明，或确认“仍然如此”，才算今年的；只填今年的数字还不算。</translation>
    </message>
</context>
<context>
    <name>LastYearText</name>
    <message>
        <source>What it said for {0}</source>
        <translation>看看 {0} 年度写的</translation>
    </message>
    <message>
        <source>Hide what it said for {0}</source>
        <translation>收起 {0} 年度写的</translation>
    </message>
    <message>
        <source>Bring it in and edit it</source>
        <translation>带入来改</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Not everything is saved</source>
        <translation>还有内容没有保存</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>先不离开</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation>另存到别处…</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>不保存，离开</translation>
    </message>
    <message>
        <source>The last changes could not be written to the disk. They exist only here and are lost when the program is closed.</source>
        <translation>最近的修改没能写到磁盘上，只在程序里，关闭后就没有了。</translation>
    </message>
</context>
<context>
    <name>ListTools</name>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>搜索（Ctrl+F）</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清空搜索</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>填写中</translation>
    </message>
    <message>
        <source>All answered</source>
        <translation>已答完</translation>
    </message>
    <message>
        <source>Which assessments are shown</source>
        <translation>显示哪些自评</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>最近修改</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>企业名称</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Evidence-backed</source>
        <translation>佐证分</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>排序方式</translation>
    </message>
    <message>
        <source>Deleted last</source>
        <translation>删除时间</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Firm, year or code</source>
        <translation>企业名称、年度或代码</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>DigiCom Desktop</source>
        <translation>数商自评</translation>
    </message>
    <message>
        <source>The program cannot start</source>
        <translation>程序无法启动</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Something went wrong on closing</source>
        <translation>关闭时出了问题</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Everything is backed up ({0}).</source>
        <translation>全部内容都已备份（{0}）。</translation>
    </message>
    <message>
        <source>Everything is backed up ({0}), and copied with all evidence files to {1}.</source>
        <translation>全部内容都已备份（{0}），并连同佐证文件复制到了 {1}。</translation>
    </message>
    <message>
        <source>The program ended unexpectedly last time. What was saved is safe. If it happens again, you can save diagnostics in the settings.</source>
        <translation>程序上次意外退出，已保存的内容都在。如果再次发生，可以在“设置”里保存诊断信息。</translation>
    </message>
    <message>
        <source>What was here before is in the recent backups.</source>
        <translation>恢复之前的内容在“最近的备份”里。</translation>
    </message>
</context>
<context>
    <name>ManualPage</name>
    <message>
        <source>Manual</source>
        <translation>使用手册</translation>
    </message>
    <message>
        <source>Next: {0}</source>
        <translation>下一章：{0}</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>MethodChip</name>
    <message>
        <source>This software&apos;s own method, not an official score</source>
        <translation>本软件自评方法，非商务部官方评分</translation>
    </message>
</context>
<context>
    <name>MethodPage</name>
    <message>
        <source>Scores and level</source>
        <translation>分数与等级怎么算</translation>
    </message>
    <message>
        <source>How a level is read</source>
        <translation>怎样确定级别</translation>
    </message>
    <message>
        <source>How the score is made</source>
        <translation>评分方法</translation>
    </message>
    <message>
        <source>Levels of an item</source>
        <translation>每一项的级别</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>Grades of evidence</source>
        <translation>佐证档次</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>档次</translation>
    </message>
    <message>
        <source>Counts up to</source>
        <translation>最高认到</translation>
    </message>
    <message>
        <source>Levels of the firm</source>
        <translation>企业等级</translation>
    </message>
    <message>
        <source>All five conditions of a level must hold, on evidence-backed levels.</source>
        <translation>按佐证级别计算，同一等级的五项条件须同时满足。</translation>
    </message>
    <message>
        <source>Level of the firm</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Evidence-backed score from</source>
        <translation>佐证分不低于</translation>
    </message>
    <message>
        <source>Items at that level</source>
        <translation>达到该级的项目</translation>
    </message>
    <message>
        <source>In directions</source>
        <translation>分布的方向</translation>
    </message>
    <message>
        <source>Of those, grade {0} or above</source>
        <translation>其中佐证 {0} 档以上</translation>
    </message>
</context>
<context>
    <name>MetricDesk</name>
    <message>
        <source>Business figures</source>
        <translation>经营数据</translation>
    </message>
    <message>
        <source>Fill in what you know; leave the rest empty</source>
        <translation>没有发生的填 0，不知道的先空着</translation>
    </message>
    <message>
        <source>Choose the kinds of business to see more</source>
        <translation>选好业务类型，会多出相应的指标</translation>
    </message>
</context>
<context>
    <name>MetricRow</name>
    <message>
        <source>Change on the year before: {0}</source>
        <translation>比上年：{0}</translation>
    </message>
    <message>
        <source>{0}: </source>
        <comment>a year, before what is said of its figure</comment>
        <translation>{0} 年：</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <comment>a figure, its year</comment>
        <translation>{0}，{1} 年</translation>
    </message>
    <message>
        <source>{0}, required</source>
        <translation>{0}，必填</translation>
    </message>
</context>
<context>
    <name>MetricTable</name>
    <message>
        <source>{0}</source>
        <comment>a year as the head of a column</comment>
        <translation>{0} 年</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>比上年</translation>
    </message>
</context>
<context>
    <name>MissingLine</name>
    <message>
        <source>Everything that is required is filled in.</source>
        <translation>必填项都已填好。</translation>
    </message>
    <message>
        <source>Still needed before finalising ({0}):</source>
        <translation>定稿前还要填 {0} 项：</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>去看看</translation>
    </message>
    <message>
        <source>Everything is filled in; the check found something ({0}).</source>
        <translation>必填项都已填好；审核发现 {0} 处要看一看。</translation>
    </message>
</context>
<context>
    <name>MomentumCard</name>
    <message>
        <source>New momentum</source>
        <translation>六类新动能</translation>
    </message>
    <message>
        <source>Effective: evidence supports level {0} in one of its items; growing: level {1}. Only a view, without points of its own.</source>
        <translation>有成效：有一项佐证到 {0} 级；培育中：有一项到 {1} 级。只作观察，不另加分。</translation>
    </message>
    <message>
        <source>{0}: level {1} {2}</source>
        <translation>{0}：{1} 级 {2}</translation>
    </message>
</context>
<context>
    <name>NotApplicableForm</name>
    <message>
        <source>Why it does not apply</source>
        <translation>为什么不适用</translation>
    </message>
    <message>
        <source>The item leaves the score; the reason is printed</source>
        <translation>本项不计入得分，理由会印在报告里</translation>
    </message>
    <message>
        <source>At least {0} characters</source>
        <translation>至少 {0} 个字</translation>
    </message>
    <message>
        <source>Reason why the item does not apply</source>
        <translation>本项不适用的理由</translation>
    </message>
    <message>
        <source>If in doubt, choose level 0 instead: it costs next to nothing.</source>
        <translation>拿不准时填 0 级即可，对总分影响很小。</translation>
    </message>
    <message>
        <source>At least {0} characters; there are {1}</source>
        <translation>至少要写 {0} 个字，现在是 {1} 个</translation>
    </message>
    <message>
        <source>{0} items are said not to apply; at most {1} may.</source>
        <translation>已有 {0} 项填为不适用，最多只能有 {1} 项。</translation>
    </message>
    <message>
        <source>What you filled in stays, and counts again once the switch is off.</source>
        <translation>已经填写的内容都会保留，关闭开关后重新计入。</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>Not brought in</source>
        <translation>没有读入</translation>
    </message>
</context>
<context>
    <name>NumbersTable</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Mark all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>OfficialClause</name>
    <message>
        <source>Official clause</source>
        <translation>指引原文</translation>
    </message>
    <message>
        <source>The Chinese sentence is the official one; the translation is ours.</source>
        <translation>中文为官方原文，译文由本软件提供。</translation>
    </message>
</context>
<context>
    <name>OnlyCard</name>
    <message>
        <source>Items that only one side has</source>
        <translation>只有一边有的项目</translation>
    </message>
    <message>
        <source>Only in {0}</source>
        <translation>只在“{0}”中有</translation>
    </message>
</context>
<context>
    <name>PlanAddition</name>
    <message>
        <source>Its target is the next level at first; you may choose another.</source>
        <translation>目标先定为下一级，加入后可以再改。</translation>
    </message>
    <message>
        <source>Choose, or type a part of the number or the title</source>
        <translation>点选，或输入编号、名称的一部分</translation>
    </message>
    <message>
        <source>Add an item to the plan</source>
        <translation>把一项加入计划</translation>
    </message>
    <message>
        <source>Every item that can rise is in the plan.</source>
        <translation>能够提升的项目都已在计划里。</translation>
    </message>
    <message>
        <source>{0} {1} · now level {2}, to level {3}: {4} points</source>
        <translation>{0} {1} · 现在 {2} 级，到 {3} 级 {4} 分</translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message>
        <source>Add an action</source>
        <translation>添加行动</translation>
    </message>
    <message>
        <source>Add an action for {0}</source>
        <translation>为 {0} 添加行动</translation>
    </message>
    <message>
        <source>The target is worth {0} points</source>
        <translation>达到目标，佐证分可加 {0} 分</translation>
    </message>
    <message>
        <source>Item of another edition</source>
        <translation>其他版本的项目</translation>
    </message>
    <message>
        <source>Take {0} out of the plan</source>
        <translation>把 {0} 移出计划</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已达到</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Now: does not apply</source>
        <translation>现在：不适用</translation>
    </message>
    <message>
        <source>Now: not answered, counts as 0</source>
        <translation>现在：未作答，按 0 级计</translation>
    </message>
    <message>
        <source>Now: level {0} {1}</source>
        <translation>现在 {0} 级 {1}</translation>
    </message>
    <message>
        <source>This item is said not to apply, so a target is worth nothing. Take it out of the plan, or answer the item.</source>
        <translation>您已选“本项不适用”，定目标也不加分。可以把它移出计划，或者回到该项作答。</translation>
    </message>
    <message>
        <source>Choose a target to see what it is worth and what it takes.</source>
        <translation>选定目标后，这里会写明值多少分、要做什么。</translation>
    </message>
</context>
<context>
    <name>PlanEmpty</name>
    <message>
        <source>A plan says for each item which level is to be reached, and who does what until when. Take the targets that lead to the next level in the fewest steps, or choose items yourself; you can change everything later.</source>
        <translation>计划写明每一项要做到几级，谁在什么时候以前做什么。可以按最省力的路径先定出升到下一等级的目标，也可以自己挑项目；以后都能改。</translation>
    </message>
    <message>
        <source>Suggest targets by the easiest way</source>
        <translation>按最省力的路径建议目标</translation>
    </message>
    <message>
        <source>Choose an item myself</source>
        <translation>自己挑一项</translation>
    </message>
    <message>
        <source>Nothing is planned yet</source>
        <translation>还没有改进计划</translation>
    </message>
</context>
<context>
    <name>PlanList</name>
    <message>
        <source>The largest gain first</source>
        <translation>加分多的排在前面</translation>
    </message>
    <message>
        <source>Points gained</source>
        <translation>佐证分可加</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Improvement plan</source>
        <translation>改进计划</translation>
    </message>
    <message>
        <source>{0} and its actions ({1}) are out of the plan; undo brings them back.</source>
        <translation>{0} 连同它的 {1} 条行动已移出计划；点“撤销”可以找回。</translation>
    </message>
    <message>
        <source>{0} is out of the plan; undo brings it back.</source>
        <translation>{0} 已移出计划；点“撤销”可以找回。</translation>
    </message>
</context>
<context>
    <name>PlanSuggestion</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{0} to level {1}</source>
        <translation>{0} 到 {1} 级</translation>
    </message>
    <message>
        <source>The plan leads to {0} already; nothing has to be added.</source>
        <translation>现有计划达成后就能升到{0}，不用再加。</translation>
    </message>
    <message>
        <source>No way leads to {0} beside these targets. Raise some of them, or look again at the items that are said not to apply.</source>
        <translation>保持这些目标不变，就没有升到{0} 的路径。可以调高其中几项，或者再看看选了“不适用”的项目。</translation>
    </message>
    <message>
        <source>Targets added ({0}): {1}. Once all are reached, the firm is at {2}. Undo takes them all back.</source>
        <translation>已加 {0} 个目标：{1}。全部达到后，企业升到{2}。不要的话，点一次撤销全部收回。</translation>
    </message>
    <message>
        <source>{0} evidence for level {1}</source>
        <translation>{0} 补足 {1} 级的佐证</translation>
    </message>
</context>
<context>
    <name>PlanSummary</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>With the plan</source>
        <translation>计划达成后</translation>
    </message>
    <message>
        <source>Suggest targets by the easiest way</source>
        <translation>按最省力的路径建议目标</translation>
    </message>
    <message>
        <source>See the results</source>
        <translation>去看结果</translation>
    </message>
    <message>
        <source>Actions: {0} open, {1} done</source>
        <translation>行动：待完成 {0} 条，已完成 {1} 条</translation>
    </message>
    <message>
        <source>{0} overdue</source>
        <translation>{0} 条已逾期</translation>
    </message>
    <message>
        <source>Evidence-backed score and level</source>
        <translation>佐证分与等级</translation>
    </message>
    <message>
        <source>Missing even with the plan</source>
        <translation>计划达成后还差</translation>
    </message>
    <message>
        <source>Have</source>
        <translation>将有</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>需要</translation>
    </message>
</context>
<context>
    <name>PracticeList</name>
    <message>
        <source>Practices</source>
        <translation>具体做法</translation>
    </message>
    <message>
        <source>Tick what you do already; the ticks suggest a level, you decide</source>
        <translation>勾选已经在做的；程序按勾选提示级别，由您决定</translation>
    </message>
    <message>
        <source>{0} ticked: that suggests *level {1}*, you decide</source>
        <translation>已勾选 {0} 项，提示为 *{1} 级*，由您决定</translation>
    </message>
    <message>
        <source>Choose level {0}</source>
        <translation>选 {0} 级</translation>
    </message>
    <message>
        <source>Change to level {0}</source>
        <translation>改为 {0} 级</translation>
    </message>
    <message>
        <source>{0} ticked: that suggests *level {1}*, a practice of level {2} is missing</source>
        <translation>勾了 {0} 条，提示为 *{1} 级*：还缺 {2} 级的做法</translation>
    </message>
    <message>
        <source>level {0}</source>
        <translation>{0} 级</translation>
    </message>
</context>
<context>
    <name>ProfilePage</name>
    <message>
        <source>Business profile</source>
        <translation>业务画像</translation>
    </message>
    <message>
        <source>What the firm does</source>
        <translation>本企业做哪些业务</translation>
    </message>
    <message>
        <source>Tick all that fit</source>
        <translation>可以多选</translation>
    </message>
    <message>
        <source>{0} chosen</source>
        <translation>已选 {0} 类</translation>
    </message>
    <message>
        <source>Choose at least one kind of business to see them.</source>
        <translation>请先选择至少一类业务。</translation>
    </message>
    <message>
        <source>All items may apply to such a firm.</source>
        <translation>对这样的企业，22 项都可能适用。</translation>
    </message>
    <message>
        <source>Next: item {0}</source>
        <translation>下一步：第 {0} 项</translation>
    </message>
    <message>
        <source>Firms of these kinds that have never done it may leave these items out. Look at each question and decide; nothing is left out by itself, and what is practised is rated. At most {0} items may be left out in all.</source>
        <translation>这几类企业没有做过的，可以选不适用。请逐项看一看问题再决定：程序不会替您勾选，做过的照样评级，一共最多 {0} 项不适用。</translation>
    </message>
    <message>
        <source>To the check</source>
        <translation>去审核</translation>
    </message>
    <message>
        <source>Chooses the examples beside each item, and shows which items may not apply. The kinds of business add nothing to the score; items that do not apply are left out of it.</source>
        <translation>用来挑选各项旁边的例子，并提示哪些项目可能不适用。业务类型不影响得分；选为不适用的项不计入得分。</translation>
    </message>
</context>
<context>
    <name>ProposalCard</name>
    <message>
        <source>Items that may not apply</source>
        <translation>可能不适用的项目</translation>
    </message>
</context>
<context>
    <name>ProposalRow</name>
    <message>
        <source>Reason that would be recorded: {0}</source>
        <translation>将记录的理由：{0}</translation>
    </message>
    <message>
        <source>*Does not apply*. Reason: {0}</source>
        <translation>*不适用*，理由：{0}</translation>
    </message>
    <message>
        <source>Never done, leave out</source>
        <translation>没有做过（不适用）</translation>
    </message>
    <message>
        <source>Done, rate it</source>
        <translation>做过，要评级</translation>
    </message>
    <message>
        <source>*Is rated* like all others: at level 0 if never done.</source>
        <translation>*要评级*，和其他项一样；没有做过的填 0 级。</translation>
    </message>
</context>
<context>
    <name>RadarCard</name>
    <message>
        <source>Six directions</source>
        <translation>六个方向</translation>
    </message>
    <message>
        <source>Evidence-backed</source>
        <translation>佐证</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>声明</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>{0}</source>
        <comment>a year</comment>
        <translation>{0} 年</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>企业信息</translation>
    </message>
    <message>
        <source>Business profile</source>
        <translation>业务画像</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>已填完</translation>
    </message>
    <message>
        <source>{0} missing</source>
        <translation>缺 {0} 项</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>not answered yet</source>
        <translation>未作答</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>level {0}, supported</source>
        <translation>{0} 级，佐证充分</translation>
    </message>
    <message>
        <source>level {0}, not fully supported</source>
        <translation>{0} 级，佐证不足</translation>
    </message>
    <message>
        <source>{0}, to come back to</source>
        <translation>{0}，稍后再看</translation>
    </message>
    <message>
        <source>{0} items</source>
        <translation>{0} 项自评</translation>
    </message>
    <message>
        <source>1. {0}</source>
        <translation>一、{0}</translation>
    </message>
    <message>
        <source>2. {0}</source>
        <translation>二、{0}</translation>
    </message>
    <message>
        <source>3. {0}</source>
        <translation>三、{0}</translation>
    </message>
    <message>
        <source>4. {0}</source>
        <translation>四、{0}</translation>
    </message>
    <message>
        <source>5. {0}</source>
        <translation>五、{0}</translation>
    </message>
    <message>
        <source>6. {0}</source>
        <translation>六、{0}</translation>
    </message>
    <message>
        <source>Check and hand in</source>
        <translation>审核与提交</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Improvement plan</source>
        <translation>改进计划</translation>
    </message>
    <message>
        <source>Finalise and export</source>
        <translation>定稿与导出</translation>
    </message>
    <message>
        <source>complete, with findings</source>
        <translation>已填齐，有审核发现</translation>
    </message>
    <message>
        <source>{0} to fix</source>
        <translation>{0} 必改</translation>
    </message>
    <message>
        <source>{0} to explain</source>
        <translation>{0} 待说明</translation>
    </message>
    <message>
        <source>{0} to verify</source>
        <translation>{0} 待核实</translation>
    </message>
    <message>
        <source>nothing open</source>
        <translation>没有待处理的</translation>
    </message>
    <message>
        <source>last year&apos;s answer, to be confirmed</source>
        <translation>上年的答案，待确认</translation>
    </message>
    <message>
        <source>{0}, items with open findings: {1}</source>
        <translation>{0}，有待处理问题的项目：{1} 个</translation>
    </message>
    <message>
        <source>begun, no level chosen yet</source>
        <translation>已开始填写，还没选级别</translation>
    </message>
    <message>
        <source>finalised</source>
        <translation>已定稿</translation>
    </message>
    <message>
        <source>{0} to fill in</source>
        <translation>{0} 待填</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between findings</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>{0}, in the check: {1}</source>
        <translation>{0}；审核：{1}</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>finalised and handed out</source>
        <translation>已定稿，文件已导出或已报送</translation>
    </message>
    <message>
        <source>to export</source>
        <translation>待导出</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>That did not work</source>
        <translation>没有成功</translation>
    </message>
    <message>
        <source>The backup of {0} was restored; what was entered later is not in it.</source>
        <translation>已恢复 {0} 的备份，备份之后填写的内容不在其中。</translation>
    </message>
    <message>
        <source>Start anew?</source>
        <translation>要重新开始吗？</translation>
    </message>
    <message>
        <source>The program then begins without any assessment. No file is deleted.</source>
        <translation>程序里将没有任何自评。不会删除任何文件。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>A new beginning: nothing is saved yet.</source>
        <translation>已重新开始，目前还没有自评。</translation>
    </message>
    <message>
        <source>Assessments that are whole: {0}</source>
        <translation>内容完整的自评：{0} 份</translation>
    </message>
    <message>
        <source>With parts missing, please check them: {0}</source>
        <translation>内容有缺失、请逐项检查的自评：{0}</translation>
    </message>
    <message>
        <source>Lost: {0}</source>
        <translation>无法保留的自评：{0}</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>另有 {0} 份</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>firm not named</source>
        <translation>未填企业名称</translation>
    </message>
    <message>
        <source>The damaged files are kept in {0}</source>
        <translation>损坏的文件保存在：{0}</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1} 年度</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Your data cannot be opened</source>
        <translation>无法打开您的数据</translation>
    </message>
    <message>
        <source>The backup lacks what was entered after it; the damaged file may still hold it. You can look at what is readable first: that changes nothing.</source>
        <translation>备份里没有备份之后填写的内容，损坏的文件里可能还有。您可以先看看还能读出哪些内容，这不会改动任何文件。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Start anew…</source>
        <translation>重新开始…</translation>
    </message>
    <message>
        <source>See what can be kept…</source>
        <translation>看看能保留什么…</translation>
    </message>
    <message>
        <source>Restore the backup of {0}</source>
        <translation>恢复 {0} 的备份</translation>
    </message>
    <message>
        <source>Restore from a folder or stick…</source>
        <translation>从文件夹或 U 盘恢复…</translation>
    </message>
    <message>
        <source>Restore from a file…</source>
        <translation>从备份文件恢复…</translation>
    </message>
    <message>
        <source>A memory stick, another disk or another computer may have another backup. You see first what is in it.</source>
        <translation>U 盘、其他磁盘或者另一台电脑上可能还有备份。恢复之前，会先列出里面有什么。</translation>
    </message>
</context>
<context>
    <name>RegionField</name>
    <message>
        <source>Province</source>
        <translation>省</translation>
    </message>
    <message>
        <source>City</source>
        <translation>市</translation>
    </message>
    <message>
        <source>County</source>
        <translation>县</translation>
    </message>
    <message>
        <source>Choose or type</source>
        <translation>选择或输入</translation>
    </message>
    <message>
        <source>Nothing to choose</source>
        <translation>没有下级</translation>
    </message>
    <message>
        <source>Type your city or county, or choose</source>
        <translation>输入市县名称，或选择</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore this backup?</source>
        <translation>恢复这份备份吗？</translation>
    </message>
    <message>
        <source>Backup of {0}. Assessments in it: {1}.</source>
        <translation>{0} 的备份，里面有 {1} 份自评。</translation>
    </message>
    <message>
        <source>It holds</source>
        <translation>备份里有</translation>
    </message>
    <message>
        <source>Here now and not in the backup: would be gone from the list</source>
        <translation>现在有、备份里没有：恢复后不再列出</translation>
    </message>
    <message>
        <source>Changed here since: would be as they were then</source>
        <translation>备份之后改过：恢复后回到备份时的样子</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Evidence files that come with it: {0}.</source>
        <translation>一起恢复的佐证文件：{0} 个。</translation>
    </message>
    <message>
        <source>Evidence files that it names, but that lie neither beside it nor here: {0}. They can be added again later.</source>
        <translation>备份里提到、但旁边和本机都没有的佐证文件：{0} 个，以后可以重新添加。</translation>
    </message>
    <message>
        <source>Nothing is lost: what is here now is backed up first and can be restored the same way.</source>
        <translation>不会丢失任何内容：现在的内容会先备份，以后可以用同样的办法恢复。</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>Reading the backup</source>
        <translation>正在读取备份</translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation>正在恢复备份</translation>
    </message>
    <message>
        <source>Everything is being copied and compared.</source>
        <translation>正在复制并核对全部内容。</translation>
    </message>
    <message>
        <source>Not restored</source>
        <translation>没有恢复</translation>
    </message>
    <message>
        <source>The backup of {0} was restored; evidence files that came with it: {1}.</source>
        <translation>已恢复 {0} 的备份，一起恢复的佐证文件：{1} 个。</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Answer them</source>
        <translation>去作答</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Not answered yet: {0} of {1}. They count as 0 here.</source>
        <translation>还有 {0} 项未作答（共 {1} 项），这里按 0 分计。</translation>
    </message>
    <message>
        <source>Answer the first item</source>
        <translation>从第一项开始</translation>
    </message>
    <message>
        <source>Nothing is answered yet, so there is nothing to show. Begin with any item: from the first answer on, scores and charts stand here.</source>
        <translation>还没有作答，暂时没有结果可看。从哪一项开始都行：答完第一项，这里就有分数和图表。</translation>
    </message>
    <message>
        <source>No results yet</source>
        <translation>还没有结果</translation>
    </message>
    <message>
        <source>Make a plan</source>
        <translation>做改进计划</translation>
    </message>
    <message>
        <source>Compare with {0}</source>
        <translation>与 {0} 年比较</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>How this score was made</source>
        <translation>这个分数怎么算的</translation>
    </message>
</context>
<context>
    <name>ReturnedBanner</name>
    <message>
        <source>No remark was noted.</source>
        <translation>没有登记意见。</translation>
    </message>
    <message>
        <source>{0} was returned on {1}: {2}</source>
        <translation>退回意见（{0}，{1}）：{2}</translation>
    </message>
    <message>
        <source>{0} is finalised: export it, hand it in, and note that it is submitted.</source>
        <translation>{0} 已经定稿：请导出、报送，并登记“已报送”。</translation>
    </message>
    <message>
        <source>Just change what it is about: the changes become revision {0}, and revision {1} stays as it is.</source>
        <translation>直接修改有关内容即可，改动归入第 {0} 版；第 {1} 版保留不变。</translation>
    </message>
    <message>
        <source>Go to {0}</source>
        <translation>去修改 {0}</translation>
    </message>
    <message>
        <source>Go and change it</source>
        <translation>去修改</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>To fix</source>
        <translation>必改</translation>
    </message>
    <message>
        <source>To explain</source>
        <translation>须说明</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>请核实</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Nothing can be finalised before these are changed</source>
        <translation>不改不能定稿</translation>
    </message>
    <message>
        <source>Change it, or say why it is so in at least {0} characters; that is printed</source>
        <translation>改正，或写明原因（至少 {0} 个字）；原因会印在审核说明里</translation>
    </message>
    <message>
        <source>They do not block finalising</source>
        <translation>不影响定稿</translation>
    </message>
    <message>
        <source>All explained</source>
        <translation>都说明了</translation>
    </message>
    <message>
        <source>{0} still to explain</source>
        <translation>还有 {0} 条要说明</translation>
    </message>
    <message>
        <source>{0} still to verify</source>
        <translation>还有 {0} 条要核实</translation>
    </message>
    <message>
        <source>View</source>
        <translation>去查看</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>去填写</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>去作答</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>去修改</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已核实</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>已说明</translation>
    </message>
    <message>
        <source>{0} more needed</source>
        <translation>还差 {0} 个字</translation>
    </message>
    <message>
        <source>The values have changed since this was verified. Is it still right?</source>
        <translation>核实之后内容有改动，现在还对吗？</translation>
    </message>
    <message>
        <source>The values have changed since this was written. Is it still true?</source>
        <translation>写说明之后内容有改动，这条说明还成立吗？</translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation>还没有核实</translation>
    </message>
    <message>
        <source>Not explained yet: at least {0} characters</source>
        <translation>还没有说明，至少 {0} 个字</translation>
    </message>
    <message>
        <source>One look is enough; an explanation is optional</source>
        <translation>看一眼即可，说明可不填</translation>
    </message>
    <message>
        <source>All dealt with</source>
        <translation>都已处理</translation>
    </message>
    <message>
        <source>Explanation: {0}, {1}</source>
        <translation>说明：{0}，{1}</translation>
    </message>
    <message>
        <source>Say why in words</source>
        <translation>请用文字写明原因</translation>
    </message>
</context>
<context>
    <name>ReviewAnswer</name>
    <message>
        <source>Such as a change in business, or how it is counted</source>
        <translation>如：业务有调整，或统计口径不同</translation>
    </message>
    <message>
        <source>Such as what shows that it is right</source>
        <translation>如：以什么为准，凭什么确认</translation>
    </message>
    <message>
        <source>Looked at it: this is right</source>
        <translation>看过了，没有问题</translation>
    </message>
    <message>
        <source>Write an explanation</source>
        <translation>写说明</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>The same reason for the other finding of this kind</source>
        <translation>另 1 条同类问题也用这个原因</translation>
    </message>
    <message>
        <source>The same reason for the {0} other findings of this kind</source>
        <translation>另 {0} 条同类问题也用这个原因</translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>Nothing of this kind was found.</source>
        <translation>没有这一类问题。</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Which findings are shown</source>
        <translation>显示哪些问题</translation>
    </message>
    <message>
        <source>Everything is filled in, every figure can be read, and nothing contradicts anything else. Whatever you change is checked again at once.</source>
        <translation>该填的都填了，数字都能读懂，前后也没有矛盾。以后每改一处，这里都会马上重查。</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>没有发现问题</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Follows every change</source>
        <translation>刚刚检查过，改动后自动重查</translation>
    </message>
</context>
<context>
    <name>RevisionItems</name>
    <message>
        <source>Declared {0} · evidence-backed {1}</source>
        <translation>声明分 {0} · 佐证分 {1}</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>上年</translation>
    </message>
    <message>
        <source>Practices</source>
        <translation>具体做法</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between numbers of evidence</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>{0} · grade {1}, {2}</source>
        <translation>{0} · {1} 档，{2}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐证材料</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>自评级别</translation>
    </message>
    <message>
        <source>Evidence-backed</source>
        <translation>佐证级别</translation>
    </message>
    <message>
        <source>Level {0} · {1}</source>
        <translation>{0} 级 · {1}</translation>
    </message>
    <message>
        <source>Key figure</source>
        <translation>关键指标</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>{0}</source>
        <comment>a year</comment>
        <translation>{0} 年</translation>
    </message>
</context>
<context>
    <name>RevisionList</name>
    <message>
        <source>Revisions</source>
        <translation>各版</translation>
    </message>
    <message>
        <source>What was finalised never changes; each can be exported again, the same</source>
        <translation>定稿的内容不再变动，随时可以再次导出，结果相同</translation>
    </message>
</context>
<context>
    <name>RevisionPage</name>
    <message>
        <source>Copy the code {0}</source>
        <translation>复制代码 {0}</translation>
    </message>
    <message>
        <source>Back to what is open now</source>
        <translation>回到当前内容</translation>
    </message>
    <message>
        <source>Export this revision…</source>
        <translation>导出这一版…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>What was finalised never changes.</source>
        <translation>定稿内容不再变动。</translation>
    </message>
</context>
<context>
    <name>RevisionRow</name>
    <message>
        <source>Declared {0} · evidence-backed {1} · {2}</source>
        <translation>声明分 {0} · 佐证分 {1} · {2}</translation>
    </message>
    <message>
        <source>Consistency code {0}</source>
        <translation>一致性代码 {0}</translation>
    </message>
    <message>
        <source>Copy the code {0}</source>
        <translation>复制代码 {0}</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Read revision {0}</source>
        <translation>查看第 {0} 版</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export revision {0}</source>
        <translation>导出第 {0} 版</translation>
    </message>
    <message>
        <source>What became of it…</source>
        <translation>登记报送结果…</translation>
    </message>
    <message>
        <source>What became of revision {0}</source>
        <translation>登记第 {0} 版的报送结果</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare revision {0}</source>
        <translation>比较第 {0} 版</translation>
    </message>
</context>
<context>
    <name>RevisionSearch</name>
    <message>
        <source>Search the text</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>{0}/{1}</source>
        <translation>{0}/{1}</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
</context>
<context>
    <name>RevisionSections</name>
    <message>
        <source>Company</source>
        <translation>企业信息</translation>
    </message>
    <message>
        <source>Narratives</source>
        <translation>三段叙述</translation>
    </message>
    <message>
        <source>Scores and level</source>
        <translation>得分与等级</translation>
    </message>
    <message>
        <source>{0} items</source>
        <translation>{0} 项</translation>
    </message>
    <message>
        <source>Figures of the firm</source>
        <translation>经营数据</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐证材料</translation>
    </message>
    <message>
        <source>Improvement plan</source>
        <translation>改进计划</translation>
    </message>
    <message>
        <source>Explanations</source>
        <translation>审核说明</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between kinds of business</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Kinds of business</source>
        <translation>业务类型</translation>
    </message>
    <message>
        <source>Declared score</source>
        <translation>声明分</translation>
    </message>
    <message>
        <source>Evidence-backed score</source>
        <translation>佐证分</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>met</source>
        <translation>满足</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>未满足</translation>
    </message>
    <message>
        <source>Condition (all must hold)</source>
        <translation>条件（须同时满足）</translation>
    </message>
    <message>
        <source>Have</source>
        <translation>现有</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>声明分</translation>
    </message>
    <message>
        <source>Evidence-backed</source>
        <translation>佐证分</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Characteristic</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>新动能</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>{0}</source>
        <comment>a year</comment>
        <translation>{0} 年</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>比上年</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>What it proves</source>
        <translation>证明内容</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>佐证档次</translation>
    </message>
    <message>
        <source>For items</source>
        <translation>对应项目</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between items</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Once every target is reached: evidence-backed {0}, {1}</source>
        <translation>目标全部达到后：佐证分 {0}，{1}</translation>
    </message>
    <message>
        <source>From level {0} to {1}, {2} points</source>
        <translation>从 {0} 级到 {1} 级，{2} 分</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>行动</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>审核发现</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>企业说明</translation>
    </message>
    <message>
        <source>Nothing was filled in.</source>
        <translation>没有填写。</translation>
    </message>
    <message>
        <source>No file attached</source>
        <translation>未附文件</translation>
    </message>
</context>
<context>
    <name>RevisionStanding</name>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Finalised</source>
        <translation>已定稿</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>已报送</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>Revision {0}</source>
        <translation>第 {0} 版</translation>
    </message>
    <message>
        <source>finalised {0}</source>
        <translation>{0} 定稿</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Delete for ever…</source>
        <translation>彻底删除…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Begin {0} with these answers</source>
        <translation>用这份开始 {0} 年度</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>Save a copy on the new checklist</source>
        <translation>用新版清单另存一份</translation>
    </message>
    <message>
        <source>Begin the example afresh</source>
        <translation>把示例恢复原样</translation>
    </message>
    <message>
        <source>Bring back from the archive</source>
        <translation>移出归档</translation>
    </message>
    <message>
        <source>Move to the archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Move to the recycle bin</source>
        <translation>移到回收站</translation>
    </message>
</context>
<context>
    <name>SalvageDialog</name>
    <message>
        <source>Nothing can be kept</source>
        <translation>没有可以保留的内容</translation>
    </message>
    <message>
        <source>What can be kept</source>
        <translation>可以保留的内容</translation>
    </message>
    <message>
        <source>No assessment in the damaged file can be read any more. It was left as it is.</source>
        <translation>损坏的文件里已经没有可以读出的自评。文件保持原样，没有改动。</translation>
    </message>
    <message>
        <source>Assessments that are whole: {0}</source>
        <translation>内容完整的自评：{0} 份</translation>
    </message>
    <message>
        <source>With parts missing, please check them</source>
        <translation>有缺失、请核对的自评</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>无法保留的自评</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Go on with this</source>
        <translation>用这些内容继续</translation>
    </message>
</context>
<context>
    <name>SavingOneFile</name>
    <message>
        <source>Not saved</source>
        <translation>没有存成</translation>
    </message>
    <message>
        <source>DigiCom all data {0}</source>
        <translation>数商自评全部数据-{0}</translation>
    </message>
    <message>
        <source>Save everything as one file</source>
        <translation>全部数据存成一个文件</translation>
    </message>
    <message>
        <source>All data (*.digicom-all)</source>
        <translation>全部数据 (*.digicom-all)</translation>
    </message>
    <message>
        <source>Saving everything</source>
        <translation>正在保存全部数据</translation>
    </message>
    <message>
        <source>Everything is in {0}: {1} assessments, {2} evidence files. On the other computer, open this file with the program.</source>
        <translation>全部数据已存入 {0}：自评 {1} 份，佐证材料 {2} 份。到新电脑上用本程序打开这个文件即可。</translation>
    </message>
    <message>
        <source>Evidence files that are missing or damaged here and so are not in it: {0}.</source>
        <translation>有 {0} 份佐证材料在本机上已缺失或损坏，没有存进去。</translation>
    </message>
</context>
<context>
    <name>ScoreCard</name>
    <message>
        <source>Evidence-backed score</source>
        <translation>佐证分</translation>
    </message>
    <message>
        <source>Declared score</source>
        <translation>声明分</translation>
    </message>
    <message>
        <source>Current level</source>
        <translation>当前等级</translation>
    </message>
    <message>
        <source>Level: {0}</source>
        <translation>等级：{0}</translation>
    </message>
    <message>
        <source>Evidence backs every claimed level.</source>
        <translation>每一项的自评级别都有支撑。</translation>
    </message>
    <message>
        <source>Claimed levels not fully backed: {0}</source>
        <translation>{0} 项的佐证不足以支撑自评级别</translation>
    </message>
    <message>
        <source>The best {0} items make up {1}%, all items that apply {2}%: so a score can be higher than that of every direction.</source>
        <translation>得分最高的 {0} 项占 {1}%，全部适用项目占 {2}%，所以总分可能比每个方向的分数都高。</translation>
    </message>
</context>
<context>
    <name>ScoreHelp</name>
    <message>
        <source>What these two scores say</source>
        <translation>这两个分数是什么</translation>
    </message>
    <message>
        <source>Both are this software&apos;s own method, not an official score.</source>
        <translation>两个分数都用本软件自己的方法算出，不是官方评分。</translation>
    </message>
    <message>
        <source>How the score is made</source>
        <translation>评分方法</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>ScoresCard</name>
    <message>
        <source>Evidence-backed score</source>
        <translation>佐证分</translation>
    </message>
    <message>
        <source>Declared score</source>
        <translation>声明分</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Scores and level</source>
        <translation>分数与等级</translation>
    </message>
</context>
<context>
    <name>SearchHead</name>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Search the text</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 处，共 {1} 处</translation>
    </message>
</context>
<context>
    <name>SectionStrip</name>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Practices</source>
        <translation>具体做法</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>关键指标</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>情况说明</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐证材料</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已填</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>还缺内容</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Your data are only on this computer, in</source>
        <translation>数据只保存在这台电脑的这个文件夹：</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Size of texts and controls</source>
        <translation>文字与控件大小</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>Exported files go to</source>
        <translation>导出的文件放在</translation>
    </message>
    <message>
        <source>the folder for documents</source>
        <translation>“文档”文件夹</translation>
    </message>
    <message>
        <source>Second place for backups, such as a memory stick</source>
        <translation>备份的第二存放处（如 U 盘）</translation>
    </message>
    <message>
        <source>none: backups are only beside the data</source>
        <translation>未设：备份只在数据文件夹旁</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>移动…</translation>
    </message>
    <message>
        <source>Move the data to another folder…</source>
        <translation>把数据移到另一个文件夹…</translation>
    </message>
    <message>
        <source>Language ({0}, English)</source>
        <translation>界面语言 Language（{0}、English）</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>版本 {0}</translation>
    </message>
    <message>
        <source>If something goes wrong: what the program did, nothing that you entered</source>
        <translation>程序出问题时用：只记录程序做过的操作，没有您填写的内容</translation>
    </message>
    <message>
        <source>Save diagnostics…</source>
        <translation>保存诊断信息…</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>到处都能用</translation>
    </message>
    <message>
        <source>My assessments</source>
        <translation>我的自评</translation>
    </message>
    <message>
        <source>An open assessment</source>
        <translation>打开的自评</translation>
    </message>
    <message>
        <source>An item</source>
        <translation>单个项目</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Texts and tables to read</source>
        <translation>阅读文字和表格</translation>
    </message>
    <message>
        <source>Show these keys</source>
        <translation>显示本表</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Open a workbook or package</source>
        <translation>打开工作簿或数据包</translation>
    </message>
    <message>
        <source>New assessment</source>
        <translation>新建自评</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Open the assessment chosen</source>
        <translation>打开选中的自评</translation>
    </message>
    <message>
        <source>Move it to the recycle bin</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Next item that is not answered</source>
        <translation>下一个没有作答的项目</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Open or close the guide</source>
        <translation>打开或收起指引</translation>
    </message>
    <message>
        <source>Close a guide that covers the page</source>
        <translation>收起遮住页面的指引</translation>
    </message>
    <message>
        <source>Choose the level</source>
        <translation>选级别</translation>
    </message>
    <message>
        <source>On the levels: choose none</source>
        <translation>在级别上：清除选择</translation>
    </message>
    <message>
        <source>Does not apply, or applies after all</source>
        <translation>本项不适用，再按一次改回</translation>
    </message>
    <message>
        <source>Flag it to come back later, or take the flag off</source>
        <translation>标记“稍后再看”，再按一次取消</translation>
    </message>
    <message>
        <source>Last year&apos;s answer is still true</source>
        <translation>上年的答案仍然如此</translation>
    </message>
    <message>
        <source>Add files or a picture from the clipboard as evidence</source>
        <translation>把剪贴板里的文件或截图添加为佐证</translation>
    </message>
    <message>
        <source>The item before</source>
        <translation>上一项</translation>
    </message>
    <message>
        <source>The item after</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>The button at the bottom left</source>
        <translation>同左下角的按钮</translation>
    </message>
    <message>
        <source>The button at the bottom right</source>
        <translation>同右下角的按钮</translation>
    </message>
    <message>
        <source>Next open finding</source>
        <translation>下一条待处理的问题</translation>
    </message>
    <message>
        <source>Open finding before</source>
        <translation>上一条待处理的问题</translation>
    </message>
    <message>
        <source>Copy what is chosen</source>
        <translation>复制选中的内容</translation>
    </message>
    <message>
        <source>Choose all of a table</source>
        <translation>选中整张表</translation>
    </message>
    <message>
        <source>Print the guideline</source>
        <translation>打印指引</translation>
    </message>
    <message>
        <source>Everywhere: Tab goes on and Shift+Tab back, Space or Enter presses and ticks, the arrow keys walk along levels, steps and lists. In a field letters and digits are text; Tab leaves it, and keys with Ctrl or Alt lead on from it, too.</source>
        <translation>处处通用：Tab 到下一处，Shift+Tab 回上一处，空格键或回车键勾选、按下按钮，方向键在级别、步骤、列表里移动。光标在输入框里时，字母和数字是文字；按 Tab 离开，也可以直接用带 Ctrl 或 Alt 的快捷键。</translation>
    </message>
</context>
<context>
    <name>SidesCard</name>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Choose the other side</source>
        <translation>请选择比较对象</translation>
    </message>
    <message>
        <source>Type a name or a year, or choose</source>
        <translation>输入名称或年度查找，或直接选择</translation>
    </message>
    <message>
        <source>This assessment</source>
        <translation>本次自评</translation>
    </message>
</context>
<context>
    <name>StaleNotice</name>
    <message>
        <source>Still true</source>
        <translation>仍然成立</translation>
    </message>
</context>
<context>
    <name>StateDesk</name>
    <message>
        <source>Not noted</source>
        <translation>没有登记成功</translation>
    </message>
</context>
<context>
    <name>StateDialog</name>
    <message>
        <source>What became of it</source>
        <translation>登记报送结果</translation>
    </message>
    <message>
        <source>Accepted is the last step; there is nothing more to note.</source>
        <translation>已接收是最后一步，不用再登记。</translation>
    </message>
    <message>
        <source>{0}: its content and its code stay as they are.</source>
        <translation>{0}。登记不改动定稿的内容和一致性代码。</translation>
    </message>
    <message>
        <source>Noted so far</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>Take back the last note…</source>
        <translation>撤回上一次登记…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不撤回</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Take back the last note?</source>
        <translation>撤回上一次登记？</translation>
    </message>
    <message>
        <source>{0} will stand as &quot;{1}&quot; again. Date and remark of &quot;{2}&quot; are deleted.</source>
        <translation>{0}回到“{1}”，“{2}”的日期和备注会删掉。</translation>
    </message>
</context>
<context>
    <name>StateForm</name>
    <message>
        <source>What became of it</source>
        <translation>登记报送结果</translation>
    </message>
    <message>
        <source>On which day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Remark (optional)</source>
        <translation>备注（可不填）</translation>
    </message>
    <message>
        <source>The files were handed in to the bureau.</source>
        <translation>文件已经交给商务主管部门。</translation>
    </message>
    <message>
        <source>The bureau took it; nothing more is to be changed.</source>
        <translation>主管部门已经收下，不用再改。</translation>
    </message>
    <message>
        <source>The bureau wants something changed before it takes it.</source>
        <translation>主管部门要求修改后再报。</translation>
    </message>
    <message>
        <source>Enter what the bureau wants changed; it is shown until you submit again.</source>
        <translation>请抄下退回意见；重新报送以前，它会一直显示在这一页。</translation>
    </message>
    <message>
        <source>To be noted now</source>
        <translation>这次登记</translation>
    </message>
    <message>
        <source>&quot;, &quot;</source>
        <comment>between states</comment>
        <translation>”或“</translation>
    </message>
    <message>
        <source>Once this is noted, &quot;{0}&quot; can be noted here in the same way.</source>
        <translation>登记之后，可以在这里同样登记“{0}”。</translation>
    </message>
</context>
<context>
    <name>StatementForm</name>
    <message>
        <source>Statement</source>
        <translation>情况说明</translation>
    </message>
    <message>
        <source>{0} (optional)</source>
        <translation>{0}（可不填）</translation>
    </message>
    <message>
        <source>With all four fields filled in, up to level {0} counts</source>
        <translation>四格填全，最高认到 {0} 级</translation>
    </message>
    <message>
        <source>*Written for {0}*, not changed since: {1}</source>
        <translation>*{0} 年写的*，还没改过：{1}</translation>
    </message>
</context>
<context>
    <name>StepButton</name>
    <message>
        <source>{0}. {1}. Adds {2} to the score</source>
        <comment>a step, where, and its gain</comment>
        <translation>{0}。{1}。佐证分 {2}</translation>
    </message>
</context>
<context>
    <name>StepsCard</name>
    <message>
        <source>Adds to the score</source>
        <translation>佐证分可加</translation>
    </message>
    <message>
        <source>Every item that applies counts at the highest level.</source>
        <translation>适用的项目都已达到最高一级。</translation>
    </message>
    <message>
        <source>What pays best next</source>
        <translation>下一步最划算</translation>
    </message>
    <message>
        <source>Show {0} more</source>
        <translation>再看 {0} 项</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>收起</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Firm not named yet</source>
        <translation>（未填企业名称）</translation>
    </message>
    <message>
        <source>Year {0}</source>
        <translation>{0} 年度</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>正在输入</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已保存 {0}</translation>
    </message>
    <message>
        <source>My assessments</source>
        <translation>我的自评</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>声明分</translation>
    </message>
    <message>
        <source>Evidence-backed</source>
        <translation>佐证分</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>Finalised</source>
        <translation>已定稿</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>已报送</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>{0} · revision {1}</source>
        <translation>{0} · 第 {1} 版</translation>
    </message>
    <message>
        <source>Hide the scores</source>
        <translation>隐藏分数</translation>
    </message>
    <message>
        <source>Show the scores</source>
        <translation>显示分数</translation>
    </message>
    <message>
        <source>Declared</source>
        <comment>short</comment>
        <translation>声明</translation>
    </message>
    <message>
        <source>Backed</source>
        <comment>short</comment>
        <translation>佐证</translation>
    </message>
    <message>
        <source>What these two scores say</source>
        <translation>这两个分数是什么</translation>
    </message>
    <message>
        <source>The declared score goes by the levels that you chose yourself.</source>
        <translation>声明分按您自己选的级别算。</translation>
    </message>
    <message>
        <source>The evidence-backed score goes by the levels that statements and evidence support.</source>
        <translation>佐证分按说明和材料撑得住的级别算。</translation>
    </message>
</context>
<context>
    <name>StripCard</name>
    <message>
        <source>All items</source>
        <translation>22 项一览</translation>
    </message>
    <message>
        <source>Cell: evidence-backed level · ↑ claimed level · – not applicable · click to go</source>
        <translation>方格为佐证级别，↑ 为自评级别，– 为不适用；点击可跳到该项</translation>
    </message>
    <message>
        <source>{0}: evidence-backed level {1} {2}, claimed level {3} {4}</source>
        <translation>{0}：佐证 {1} 级 {2}，自评 {3} 级 {4}</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Evidence-backed level</source>
        <translation>佐证级别</translation>
    </message>
    <message>
        <source>Claimed level</source>
        <translation>自评级别</translation>
    </message>
</context>
<context>
    <name>TargetChoice</name>
    <message>
        <source>Target of {0}</source>
        <translation>{0} 的目标</translation>
    </message>
    <message>
        <source>Target of {0}: level {1}</source>
        <translation>{0} 的目标：{1}</translation>
    </message>
</context>
<context>
    <name>TemplateDesk</name>
    <message>
        <source>The template was not written</source>
        <translation>模板没有写成</translation>
    </message>
    <message>
        <source>Self-assessment_{0}_template</source>
        <translation>数字商务自评_{0}_空白模板</translation>
    </message>
    <message>
        <source>Save the template</source>
        <translation>保存模板</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Writing the template</source>
        <translation>正在写出模板</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>Empty template</source>
        <translation>空白模板</translation>
    </message>
    <message>
        <source>An Excel workbook to be filled in without this program, also in WPS. Open the filled file here, and it is as if it had been typed in.</source>
        <translation>一份 Excel 工作簿，没有本软件也能填写，WPS 也可以。填好后在这里打开，就和在软件里填写一样。</translation>
    </message>
    <message>
        <source>Which year is assessed?</source>
        <translation>评价哪个年度？</translation>
    </message>
    <message>
        <source>Usually last year: its figures are complete.</source>
        <translation>一般是上一年：数字已经齐全。</translation>
    </message>
    <message>
        <source>Language of the workbook</source>
        <translation>工作簿的语言</translation>
    </message>
    <message>
        <source>Simplified Chinese</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
</context>
<context>
    <name>TemplateWritten</name>
    <message>
        <source>The template is written</source>
        <translation>模板已写好</translation>
    </message>
    <message>
        <source>It was opened again and is as it should be. It is here:</source>
        <translation>写完已重新打开核对过，保存在：</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>Told</name>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>WaitingDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>WayLine</name>
    <message>
        <source>The items that apply cannot meet this condition: {0}.</source>
        <translation>只凭适用的项目，达不到这一条：{0}。</translation>
    </message>
    <message>
        <source>Nearest way, items to improve ({0}): </source>
        <translation>最近的走法是改进这 {0} 项：</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between items</comment>
        <translation>、</translation>
    </message>
    <message>
        <source> and </source>
        <comment>before the last item</comment>
        <translation> 和 </translation>
    </message>
    <message>
        <source> and others</source>
        <comment>behind the first items of a list</comment>
        <translation> 等</translation>
    </message>
    <message>
        <source>{0} more at level {1} would do; nearest: </source>
        <translation>再有 {0} 项达到 {1} 级即可，最近的是 </translation>
    </message>
    <message>
        <source>Evidence of grade {2} for {0} at level {1} would do; nearest: </source>
        <translation>再给 {0} 个已达 {1} 级的项目补上 {2} 档以上佐证即可，最近的是 </translation>
    </message>
    <message>
        <source> (with evidence of grade {0})</source>
        <comment>behind an item of a list</comment>
        <translation>（要有 {0} 档佐证）</translation>
    </message>
</context>
<context>
    <name>WayList</name>
    <message>
        <source>What this takes</source>
        <translation>怎样做到</translation>
    </message>
    <message>
        <source>Is an action</source>
        <translation>已列入行动</translation>
    </message>
    <message>
        <source>Make it an action</source>
        <translation>加为行动</translation>
    </message>
    <message>
        <source>Make it an action: {0}</source>
        <translation>加为行动：{0}</translation>
    </message>
</context>
<context>
    <name>WorkedPage</name>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>How this score was made</source>
        <translation>这个分数怎么算的</translation>
    </message>
    <message>
        <source>How the score is made</source>
        <translation>评分方法</translation>
    </message>
    <message>
        <source>Back to results</source>
        <translation>返回结果</translation>
    </message>
</context>
<context>
    <name>YearDialog</name>
    <message>
        <source>New assessment</source>
        <translation>新建自评</translation>
    </message>
    <message>
        <source>Which year is assessed?</source>
        <translation>评价哪一年？</translation>
    </message>
    <message>
        <source>Usually last year: its figures are complete.</source>
        <translation>一般选上一年，全年的数据已经齐全。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
</context>
<context>
    <name>_Differences</name>
    <message>
        <source>Differences between cells and content</source>
        <translation>表格与原内容的不同之处</translation>
    </message>
    <message>
        <source>These cells were changed in the file. What you see in the cells counts, unless you choose what was there before.</source>
        <translation>这些格子在导出后被改过。不另选的话，以表里看到的为准。</translation>
    </message>
    <message>
        <source>All as in the cells</source>
        <translation>全部用表里看到的</translation>
    </message>
    <message>
        <source>All as it was</source>
        <translation>全部用原来的</translation>
    </message>
</context>
<context>
    <name>_DueField</name>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Due within {0} days</source>
        <translation>{0} 天内到期</translation>
    </message>
</context>
<context>
    <name>_Notes</name>
    <message>
        <source>Copy all remarks</source>
        <translation>复制全部提示</translation>
    </message>
    <message>
        <source>About what is not brought in: {0}</source>
        <translation>其中 {0} 条没有读入</translation>
    </message>
    <message>
        <source>Remarks on the file</source>
        <translation>读取提示</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>_StepCard</name>
    <message>
        <source>Copy: {0}</source>
        <translation>复制：{0}</translation>
    </message>
</context>
<context>
    <name>_UntilField</name>
    <message>
        <source>Enter a date, such as 2027-08-30, or long-term</source>
        <translation>请填日期，如 2027-08-30；没有期限的填“长期”</translation>
    </message>
</context>
</TS>
