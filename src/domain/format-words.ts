/** Kinds of files in Chinese, by what the readers call them. */
const CHINESE: ReadonlyMap<string, string> = new Map([
  ['delimited text', '文本表格（CSV、TSV 等）'],
  ['an Excel workbook (XLSX)', 'Excel 工作簿（XLSX）'],
  ['an OpenDocument spreadsheet', 'ODS 表格'],
  ['an Excel workbook (XLS)', 'Excel 工作簿（XLS）'],
  ['an XML spreadsheet', 'XML 表格'],
  ['a web page', '网页'],
  ['a web archive (MHTML)', '网页存档（MHTML）'],
  ['JSON', 'JSON'],
  ['Parquet', 'Parquet'],
  ['a zip archive', 'zip 压缩包'],
  ['gzip', 'gzip 压缩文件'],
  ['a PDF document', 'PDF 文件'],
  ['a Word document (DOCX)', 'Word 文件（DOCX）'],
  ['a Word document (DOC)', 'Word 文件（DOC）'],
  ['an OpenDocument text', 'ODT 文档'],
  ['an OFD document', 'OFD 文件'],
  ['a rich text document', 'RTF 文件'],
  ['a presentation', '演示文稿'],
  ['a picture', '图片'],
  ['a text document', '文字文件'],
  ['an Arrow or Feather file', 'Arrow 或 Feather 文件'],
  ['an ORC file', 'ORC 文件'],
  ['an Avro file', 'Avro 文件'],
  ['a database file', '数据库文件'],
  ['a file of a statistics program', '统计软件的文件'],
  ['an archive', '压缩包'],
  ['XML', 'XML'],
  ['in no known format', '格式不明'],
]);

/** A kind of file in Chinese; other texts as they are. */
export const chineseFormat = (words: string): string => CHINESE.get(words) ?? words;
