export const share = {
  open: '分享',
  entries: {
    link: '复制本页链接',
    screen: '导出本页表格',
    report: '编制报告',
    openLink: '打开链接…',
    views: '视图…',
    present: '放映',
    workspace: '保存工作区…',
    dataset: '导出数据集…',
  },
  about: {
    link: '对方打开同一份应用和数据，看到的就是这一页',
    screen: '一个 Excel 工作簿：每个图表一张表，另附来源和说明',
    report: '选机构和章节，打印或存为 Word',
    openLink: '粘贴别人发来的链接，在这里看',
    views: '保存这个画面，回到保存过的画面',
    present: '全屏、大字，逐张放映视图或各个画面',
    workspace: '数据、这一页和标注存成一个文件',
    dataset: '数据存成 CSV 或 Parquet，供其他程序使用',
  },
  copied: '链接已复制',
  copiedFromDisk:
    '链接已复制。这份同尺在您的磁盘上：# 后面的部分在任何一份同尺里都能用（“分享”里的“打开链接”）。',
  copiedLong:
    '链接已复制，但它有 {n} 个字符：超过 {most} 个，邮件和聊天软件可能截断。保存工作区更稳妥。',
  notCopied: '浏览器不让复制，请从地址栏复制',
  close: '知道了',
  paste: {
    title: '打开链接',
    about:
      '粘贴整个网址，或只粘贴 # 后面的部分。只取 # 后面的部分，在这份同尺里显示，不会打开别的网页。',
    label: '链接',
    open: '打开',
    unknown: '这里面没有同尺的画面：网址里应当有 #/overview 或 #/compare 这样的部分。',
  },
};
