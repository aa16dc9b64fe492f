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
        <source>See results</source>
        <translation>查看结果</translation>
    </message>
    <message>
        <source>Next unanswered: {0}</source>
        <translation>下一个未答：{0}</translation>
    </message>
    <message>
        <source>Next: {0}</source>
        <translation>下一项：{0}</translation>
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
        <source>Your answers suggest level {0}; you decide.</source>
        <translation>按您的回答，提示为 {0} 级，由您决定。</translation>
    </message>
    <message>
        <source>Choose level {0}</source>
        <translation>选 {0} 级</translation>
    </message>
    <message>
        <source>What counts</source>
        <translation>什么算、什么不算</translation>
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
        <source>Look at a filled example</source>
        <translation>看一份填好的示例</translation>
    </message>
    <message>
        <source>Scores follow this software&apos;s own method; they are not official.</source>
        <translation>分数按本软件自评方法计算，非商务部官方评分。</translation>
    </message>
    <message>
        <source>No assessment matches. Change the search or the choice above.</source>
        <translation>没有符合条件的自评，请换个搜索词或筛选条件。</translation>
    </message>
    <message>
        <source>The recycle bin is empty.</source>
        <translation>回收站是空的。</translation>
    </message>
    <message>
        <source>No assessment yet. Begin with a new one: it asks for the year, then the firm, then 22 items in any order. Everything is saved as you go.</source>
        <translation>还没有自评。点“新建自评”，选好年度就可以开始：先填企业信息，再按任意顺序填写 22 项。边填边存，随时可以停下。</translation>
    </message>
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
        <source>Move to the recycle bin</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Save a copy on the new checklist</source>
        <translation>用新版清单另存一份</translation>
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
</context>
<context>
    <name>BarsCard</name>
    <message>
        <source>Six characteristics</source>
        <translation>六个特征</translation>
    </message>
    <message>
        <source>The upright line is the declared score</source>
        <translation>竖线为声明分</translation>
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
        <source>Choose, or type a part of the name or the code</source>
        <translation>选择，或者输入名称、代码的一部分</translation>
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
        <source>Something went wrong in the program, not in what you entered. What was saved is safe. You can go on; if it happens again, please close the program and send the log to whoever gave you the program. The log holds nothing of what you entered.</source>
        <translation>这是程序的问题，不是您填写的问题，已保存的内容都在。您可以继续使用；如果再次出现，请关闭程序，并把日志发给提供程序的人。日志里没有您填写的任何内容。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Save the log…</source>
        <translation>保存日志…</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>保存日志</translation>
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
        <source>Grade {0} counts up to level {1}</source>
        <translation>{0} 档，最高认到 {1} 级</translation>
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
        <source>Not written yet</source>
        <translation>尚未导出</translation>
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
        <source>Not everything was written</source>
        <translation>有文件没有导出成功</translation>
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
        <source>Stopping after this file; no file is left half-written</source>
        <translation>写完这一份就停止，不会留下半份文件</translation>
    </message>
    <message>
        <source>Export 1 file</source>
        <translation>导出 1 份文件</translation>
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
        <source>As the bureau asks for it</source>
        <translation>按当地商务主管部门的要求办理</translation>
    </message>
    <message>
        <source>Hand both in</source>
        <translation>一并报送</translation>
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
        <source>{0} in all</source>
        <translation>{0} 份</translation>
    </message>
    <message>
        <source>Declared / evidence-backed</source>
        <translation>声明分 / 佐证分</translation>
    </message>
    <message>
        <source>{0} in all, {1}</source>
        <translation>{0} 份，{1}</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>{0} Both files are marked as a draft.</source>
        <translation>{0}两份文件都会注明“草稿”。</translation>
    </message>
    <message>
        <source>Files to export</source>
        <translation>要导出的文件</translation>
    </message>
    <message>
        <source>Each is opened again and compared with the assessment</source>
        <translation>每份写完都会重新打开，与填报内容逐项比对</translation>
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
</context>
<context>
    <name>Field</name>
    <message>
        <source>Enter a number, such as 10.5</source>
        <translation>请填数字，如 10.5</translation>
    </message>
    <message>
        <source>Enter a date, such as 2025-03-31 or 2025-03</source>
        <translation>请填日期，如 2025-03-31 或 2025 年 3 月</translation>
    </message>
    <message>
        <source>Type a part of the name and choose from the list</source>
        <translation>请输入名称的一部分，再从列表中选择</translation>
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
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>Write under another name</source>
        <translation>换一个文件名</translation>
    </message>
    <message>
        <source>Writing, then reading back…</source>
        <translation>正在写入并读回核对…</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>已写入</translation>
    </message>
    <message>
        <source>Read back, bytes equal</source>
        <translation>读回一致</translation>
    </message>
    <message>
        <source>Contents compared</source>
        <translation>内容逐项比对</translation>
    </message>
    <message>
        <source>Code equal</source>
        <translation>代码一致</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已核对</translation>
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
        <source>{0}; usually grade {1}, counts up to level {2}</source>
        <translation>{0}；一般算 {1} 档，最高认到 {2} 级</translation>
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
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Search the text</source>
        <translation>在原文里查找</translation>
    </message>
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
        <source>Not found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 处，共 {1} 处</translation>
    </message>
</context>
<context>
    <name>HeldBackCard</name>
    <message>
        <source>Where evidence is short</source>
        <translation>佐证不足的项目</translation>
    </message>
    <message>
        <source>Show {0} more</source>
        <translation>再显示 {0} 项</translation>
    </message>
    <message>
        <source>Evidence and figures back every claimed level.</source>
        <translation>每一项的自评级别都有材料和指标支撑。</translation>
    </message>
    <message>
        <source>{0} in all</source>
        <translation>共 {0} 项</translation>
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
        <source>The assessment and its evidence files are removed and cannot come back.</source>
        <translation>这份自评和它的佐证材料会被彻底删除，无法恢复。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Delete for ever</source>
        <translation>彻底删除</translation>
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
        <source>Understood</source>
        <translation>知道了</translation>
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
    <name>Leaving</name>
    <message>
        <source>Not everything is saved</source>
        <translation>还有内容没有保存</translation>
    </message>
    <message>
        <source>The last changes could not be written to the disk and exist only here.</source>
        <translation>最近的修改没能写到磁盘上，只在程序里，关闭后就没有了。</translation>
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
</context>
<context>
    <name>ListTools</name>
    <message>
        <source>Firm, credit code or year</source>
        <translation>企业名称、信用代码或年度</translation>
    </message>
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
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>DigiCom Desktop</source>
        <translation>数商自评</translation>
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
        <source>Items that may not apply</source>
        <translation>可能不适用的项目</translation>
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
        <source>Firms of these kinds can often say with a reason that an item does not apply. You decide; an item that is practised all the same is rated.</source>
        <translation>这几类企业通常可以写明理由，把下面的项目填为“不适用”。由您决定；实际在做的，照样评级。</translation>
    </message>
    <message>
        <source>Shows which items may not apply. It adds nothing to the score.</source>
        <translation>用来提示哪些项目可能不适用，不影响得分。</translation>
    </message>
    <message>
        <source>Next: item {0}</source>
        <translation>下一步：第 {0} 项</translation>
    </message>
    <message>
        <source>See results</source>
        <translation>查看结果</translation>
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
        <translation>佐证分</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>声明分</translation>
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
        <source>Result and documents</source>
        <translation>结果与提交</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
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
        <source>Nothing can be kept</source>
        <translation>没有可以保留的内容</translation>
    </message>
    <message>
        <source>Nothing in the damaged file can be read any more. It was left as it is.</source>
        <translation>损坏的文件里已经读不出任何内容。文件保持原样，没有改动。</translation>
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
        <source>What can be kept</source>
        <translation>可以保留的内容</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Go on with this</source>
        <translation>用这些内容继续</translation>
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
        <source>{0}, {1}</source>
        <translation>{0}（{1} 年度）</translation>
    </message>
    <message>
        <source>The damaged files are kept in {0}</source>
        <translation>损坏的文件保存在：{0}</translation>
    </message>
    <message>
        <source>Nothing else in the file can be read.</source>
        <translation>文件里的其他内容已经读不出来。</translation>
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
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Answer them</source>
        <translation>去作答</translation>
    </message>
    <message>
        <source>How the score is made</source>
        <translation>评分方法</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Export files</source>
        <translation>导出文件</translation>
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
        <source>Language of the program</source>
        <translation>界面语言 Language</translation>
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
</context>
<context>
    <name>StatementForm</name>
    <message>
        <source>Statement</source>
        <translation>情况说明</translation>
    </message>
    <message>
        <source>With all four fields filled in: evidence of grade 1</source>
        <translation>四格填全，佐证算 1 档</translation>
    </message>
    <message>
        <source>{0} (optional)</source>
        <translation>{0}（可不填）</translation>
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
        <source>This software&apos;s own method, not an official score of the ministry</source>
        <translation>本软件自评方法，非商务部官方评分</translation>
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
</TS>
