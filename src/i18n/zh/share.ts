export const share = {
  open: '分享',
  entries: {
    link: '复制本页链接',
    screen: '导出本页表格',
    report: '编制报告',
    workspace: '保存工作区…',
  },
  about: {
    link: '对方打开同一份应用和数据，看到的就是这一页',
    screen: '一个 Excel 工作簿：每个图表一张表，另附来源和说明',
    report: '选机构和章节，打印或存为 Word',
    workspace: '数据、这一页和标注存成一个文件',
  },
  copied: '链接已复制',
  notCopied: '浏览器不让复制，请从地址栏复制',
};
