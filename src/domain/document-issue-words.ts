import type { IssueCode } from './issue';
import { fixed, type IssueWords } from './issue-phrases';

/** What is said of documents whose pages cannot be read, or not all of them. */
export const DOCUMENT_ISSUE_WORDS = {
  repaired_file: {
    title: { zh: '文件已修复', en: 'Repaired file' },
    say: fixed(
      '结尾不完整，但每一页都读出来了。最好重新下载，再对一遍。',
      'does not end as a whole file does, yet every page of it was read. Better download it again and compare.',
    ),
  },
  scanned_document: {
    title: { zh: '扫描件', en: 'Scanned document' },
    say: ({ because }) => ({
      zh: `是扫描件，里面只有图片、没有文字${because.zh}。请到发布单位的网站找带文字的版本（Word、Excel 或可以选中文字的 PDF），或先做文字识别。`,
      en: `is a scan: it has pictures and no text${because.en}. Look for a version with text (Word, Excel, or a PDF whose text can be selected), or have its text recognised first.`,
    }),
  },
  garbled_text: {
    title: { zh: '文字是乱码', en: 'Garbled text' },
    say: ({ because }) => ({
      zh: `里的字体没有说明各个字是什么字，读出来是乱码${because.zh}。请找 Word 或 Excel 版本，或先做文字识别。`,
      en: `has fonts that do not say which characters they print${because.en}. Look for a Word or Excel version, or have its text recognised first.`,
    }),
  },
  unread_pages: {
    title: { zh: '有几页读不出文字', en: 'Pages without text' },
    say: ({ found }) => ({
      zh: `${found === '' ? '有几页' : `第 ${found} 页`}只有图片或乱码，没有读；其余各页都已读。请对照原件补上。`,
      en: `has pages${found === '' ? '' : ` (${found})`} with nothing but pictures or garbled text, which were not read; all others were. Compare with the original and add what is missing.`,
    }),
  },
  cut_off: {
    title: { zh: '文件不完整', en: 'Cut off' },
    say: fixed(
      '在一张表中间就结束了，后面的内容没有保存下来。请重新下载，再对一遍。',
      'ends inside a table, so what follows is missing. Download it again and compare.',
    ),
  },
  unread_objects: {
    title: { zh: '图片或嵌入的表格没有读', en: 'Pictures not read' },
    say: ({ found }) => ({
      zh: `里有${found === '' ? '' : ` ${found} 个`}图片或嵌入的表格，没有读。请对照原件，或把嵌入的表格粘贴成文字后再打开。`,
      en: `holds${found === '' ? '' : ` ${found}`} pictures or embedded tables, which were not read. Compare with the original, or paste embedded tables as text.`,
    }),
  },
  recognised_text: {
    title: { zh: '文字由扫描识别而来', en: 'Recognised text' },
    say: fixed(
      '是扫描件，文字由软件识别而来，可能认错。请逐个核对数字。',
      'is a scan whose text was recognised by a machine, which errs. Check every figure.',
    ),
  },
} satisfies Partial<Record<IssueCode, IssueWords>>;
