import { describe, expect, test } from 'vitest';
import { InputError, isWarning } from '@/domain/issue';
import { readPdf } from '@/importers/pdf/read-pdf';
import { cmapInNode } from '@/importers/pdf/cmap-node';
import {
  lattice,
  line,
  pdf,
  picture,
  readBytes,
  readDrawn,
  text,
  textTo,
  texts,
} from './write-pdf';

const WIDE =
  '按照综合预算的原则本部门所有收入和支出均纳入部门预算管理并且在本级财政部门的网站上公开';
/** A full line of text, 40 characters wide. */
const full = (y: number, from = 0): string => text(97.5, y, WIDE.slice(from, from + 40));

describe('text', () => {
  test('lines that run on are one paragraph; indented lines and items begin another', async () => {
    const document = await readDrawn({
      content: [
        text(117.5, 100, WIDE.slice(0, 38)),
        full(118),
        text(97.5, 136, '管理。'),
        text(117.5, 154, '（一）部门概况'),
        text(117.5, 172, '第二段。'),
      ],
    });
    expect(texts(document)).toEqual([
      `${WIDE.slice(0, 38)}${WIDE.slice(0, 40)}管理。`,
      '（一）部门概况',
      '第二段。',
    ]);
  });

  test('a sentence goes on over the page; headers, footers and numbers of pages are left out', async () => {
    const page = (n: number, content: string[]) => ({
      content: [
        text(200, 40, '某县财政局部门预算'),
        line(60, 48, 535, 48),
        ...content,
        text(280, 815, `- ${n} -`),
      ],
    });
    const document = await readDrawn(
      page(1, [full(700), full(720)]),
      page(2, [text(97.5, 100, '支出预算12.50万元。')]),
      page(3, [text(117.5, 100, '单位：万元')]),
    );
    expect(texts(document)).toEqual([
      `${WIDE.slice(0, 40)}${WIDE.slice(0, 40)}支出预算12.50万元。`,
      '单位：万元',
    ]);
  });

  test('titles and units that stand on every page are kept', async () => {
    const page = (n: number) => ({
      content: [
        text(250, 60, '支出预算总表'),
        text(400, 80, '单位：万元'),
        ...lattice([60, 300, 500], [100, 120, 140]),
        text(64, 114, `项目${n}`),
        textTo(490, 134, `${n}.00`),
        text(290, 820, String(n)),
      ],
    });
    const document = await readDrawn(page(1), page(2), page(3), {
      content: [text(97.5, 100, '完。'), text(290, 820, '4')],
    });
    expect(texts(document)).toEqual([
      ...[1, 2, 3].flatMap(() => ['支出预算总表', '单位：万元']),
      '完。',
    ]);
  });

  test('large, middle-set lines are headings; lines of text are not', async () => {
    const document = await readDrawn({
      content: [text(217.5, 80, '部门预算情况说明', 20), full(120), text(97.5, 138, '说明。')],
    });
    expect(document.blocks.map((block) => block.kind === 'text' && block.heading)).toEqual([
      true,
      false,
    ]);
  });
});

describe('what cannot be read', () => {
  const refused = async (reading: Promise<unknown>) => {
    const error = await reading.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof InputError)) throw new Error(`not refused: ${String(error)}`);
    return error.issues[0]!;
  };
  const page = { content: [full(100), full(120)] };

  test('a scan', async () => {
    const issue = await refused(readDrawn({ content: [picture()] }, { content: [picture()] }));
    expect(issue).toMatchObject({ code: 'scanned_document', file: '预算.pdf', found: '2/2' });
    expect(issue.message).toMatch(/^预算\.pdf: it is a scan/);
  });

  test('a scanned page among others is named, the others are read', async () => {
    const document = await readDrawn(page, { content: [picture()] }, page);
    expect(document.notes).toMatchObject([{ code: 'unread_pages', found: '2', count: 1 }]);
    expect(document.notes.every(isWarning)).toBe(true);
    expect(texts(document)).toHaveLength(2);
  });

  test('fonts that do not name their characters', async () => {
    const numbers = Array.from({ length: 40 }, (_, i) => String.fromCharCode(0x531 + i * 4));
    const nameless = { content: [text(60, 100, numbers.join(''))] };
    const issue = await refused(readBytes(pdf([nameless, nameless], { named: false })));
    expect(issue).toMatchObject({ code: 'garbled_text', found: '2/2' });
  });

  test('a password', async () => {
    const issue = await refused(readBytes(pdf([page], { locked: true })));
    expect(issue.code).toBe('password_protected');
  });

  test('a file without its end, but for one of which every page is there', async () => {
    const whole = pdf([page, page]);
    const start = new TextDecoder('latin1').decode(whole).indexOf('startxref');
    const complete = await readBytes(whole.slice(0, start));
    expect(texts(complete).join('')).toHaveLength(160);
    expect(complete.notes).toMatchObject([{ code: 'repaired_file' }]);
    for (const part of [0.2, 0.6, 0.97]) {
      const issue = await refused(readBytes(whole.slice(0, Math.floor(start * part))));
      expect(issue.code).toBe('damaged_file');
    }
  });

  test('more pages than a budget has', async () => {
    const pages = Array.from({ length: 2_001 }, () => ({ content: [] }));
    expect(await refused(readBytes(pdf(pages)))).toMatchObject({
      code: 'too_large',
      found: '2001 pages',
    });
  });

  test('reading stops when it is told to', async () => {
    const controller = new AbortController();
    const done: number[] = [];
    const reading = readPdf(
      { path: '预算.pdf', blob: new Blob([pdf([page, page, page])]) },
      {
        cmap: cmapInNode,
        signal: controller.signal,
        onPage: (number, total) => {
          done.push(number, total);
          controller.abort();
        },
      },
    );
    await expect(reading).rejects.toThrow(DOMException);
    expect(done).toEqual([1, 3]);
  });
});
