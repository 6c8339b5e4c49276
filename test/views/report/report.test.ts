import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { metricLines } from '@/cli/metrics';
import { findings } from '@/db/queries/findings';
import { ask } from '@/db/engine';
import { METRICS } from '@/domain/metrics';
import { muteKey } from '@/domain/mute';
import { EVERYONE } from '@/domain/population';
import { REPORT_SECTIONS, type ReportCell, type ReportDocument } from '@/domain/report';
import { LANGUAGES } from '@/domain/view-state';
import { makeReport, type ReportChoices } from '@/views/report/make-report';
import type { Undrawn } from '@/views/report/tools';
import { checkedBudgets, JINGYU, YANBIAN } from '../../helpers/engine';
import { reportTools, type ReportAsked } from '../../helpers/report-tools';

const CHOICES: ReportChoices = { sections: REPORT_SECTIONS, title: '', by: '', note: '' };
type Report = ReportDocument<Undrawn>;

async function made(asked: ReportAsked, choices: Partial<ReportChoices> = {}): Promise<Report> {
  const tools = await reportTools(await checkedBudgets(), asked);
  return makeReport({ ...CHOICES, ...choices }, tools);
}

const cellsOf = ({ sections }: Report): ReportCell[] =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.is === 'table') return block.rows.flat();
      return block.is === 'cards'
        ? block.cards.flatMap(({ figures }) => figures.map(({ cell }) => cell))
        : [];
    }),
  );

const oneLine = (text: string): string => text.replaceAll('\n', ' / ');

/** A report as text, a line for each thing that a reader sees. */
function written({ title, subtitle, by, dateline, note, sections }: Report): string {
  const lines = sections.flatMap((section) => [
    `# ${section.title}`,
    ...section.blocks.flatMap((block): string[] => {
      switch (block.is) {
        case 'heading':
          return [`## ${block.text}`];
        case 'text':
          return [`${block.tone === 'plain' ? '' : `(${block.tone}) `}${block.text}`];
        case 'list':
          return block.items.map((item) => `- ${item}`);
        case 'cards':
          return block.cards.flatMap(({ name, facts, figures }) => [
            `[${name}] ${facts.join(' · ')}`,
            ...figures.map(({ label, cell, unit, note: about }) =>
              [`  ${label}`, cell.text, unit, about].filter(Boolean).join(' | '),
            ),
          ]);
        case 'picture':
          return [
            `<${block.kind}> ${[block.title, block.subtitle, block.source].join(' | ')}`,
            `  ${block.description}`,
            ...block.legend.map(({ name, color }) => `  ${color} ${name}`),
          ];
        case 'table':
          return [
            `|| ${block.title}`,
            `| ${block.columns.map(({ head, unit }) => (unit ? `${head} (${unit})` : head)).join(' | ')}`,
            ...block.rows.map((row) => `| ${row.map(({ text }) => oneLine(text)).join(' | ')}`),
          ];
      }
    }),
  ]);
  return `${[title, subtitle, by, dateline, ...note, ...lines].filter(Boolean).join('\n')}\n`;
}

/** Compares a text with `test/golden/<name>`; `UPDATE_GOLDEN=1` writes it anew. */
function expectText(name: string, text: string): void {
  const path = `test/golden/${name}`;
  if (process.env.UPDATE_GOLDEN === '1' || !existsSync(path)) {
    if (process.env.CI) throw new Error(`golden text is missing: ${path}`);
    writeFileSync(path, text);
  }
  expect(text, `${path} differs; UPDATE_GOLDEN=1 writes it anew`).toBe(readFileSync(path, 'utf8'));
}

describe('a report of the two source budgets', () => {
  test.each(LANGUAGES)('says the same in every run, in %s', async (language) => {
    expectText(`report-${language}.txt`, written(await made({ language })));
  });

  test('has no figure but those of the command line', async () => {
    const lines = (await metricLines(await checkedBudgets(), true)).map(
      (line) => JSON.parse(line) as { doc_id: string; metric_id: string; value: number | null },
    );
    const known = new Map(lines.map((line) => [`${line.doc_id} ${line.metric_id}`, line.value]));
    const metrics = METRICS.map(({ id }) => id);
    const figures = cellsOf(await made({ language: 'zh', metrics })).flatMap(({ of }) => of ?? []);
    expect(new Set(figures.map(({ metric }) => metric)).size).toBe(metrics.length);
    for (const { doc, metric, value } of figures) {
      expect([metric, value]).toEqual([metric, known.get(`${doc} ${metric}`)]);
    }
  });

  test('words never miss, whatever the metric', async () => {
    for (const language of LANGUAGES) {
      const metrics = METRICS.map(({ id }) => id);
      const sections = ['comparison', 'years', 'definitions'] as const;
      const text = written(await made({ language, metrics }, { sections }));
      expect(text.match(/\b(report|compare|structure|projects|overview|common)\.\w+[.\w]*/g)).toBe(
        null,
      );
      expect(text).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
    }
  });
});

test('sections stand in the order asked for, with the words of the reader', async () => {
  const report = await made(
    { language: 'zh', docs: [YANBIAN] },
    {
      sections: ['sources', 'overview'],
      title: '延边的预算',
      by: '某处',
      note: '一\n\n二\n三',
    },
  );
  expect(report.sections.map(({ id }) => id)).toEqual(['sources', 'overview']);
  expect([report.title, report.by, report.note]).toEqual([
    '延边的预算',
    '编制：某处',
    ['一', '二\n三'],
  ]);
  expect((await made({ language: 'zh', docs: [YANBIAN] })).title).toContain('延边');
});

test('an organization is ranked among those it is compared with', async () => {
  const report = await made(
    {
      language: 'zh',
      docs: [YANBIAN],
      metrics: ['total'],
      more: (infos) => ({
        group: '机构',
        shown: {
          population: EVERYONE,
          orgs: infos.map(({ org_id }) => org_id),
          years: [2026],
          stage: 'budget',
        },
      }),
    },
    { sections: ['comparison'] },
  );
  expect(written(report)).toContain('口径不同');
  expect(written(report)).toMatch(/机构口径不同.*不排位次/);
});

test('a muted finding stands apart, with its reason', async () => {
  const engine = await checkedBudgets();
  const [first] = await ask(
    engine,
    findings(
      { docs: [JINGYU], statuses: ['fail'], families: [], rule: null, search: '', without: [] },
      { limit: 1, offset: 0 },
    ),
  );
  const muted = await made(
    {
      language: 'zh',
      docs: [JINGYU],
      more: () => ({
        mutes: new Map([[muteKey(first!), { reason: '原件漏印', on: '2026-11-01' }]]),
      }),
    },
    { sections: ['findings'] },
  );
  const tables = muted.sections[0]!.blocks.filter((block) => block.is === 'table');
  const all = await made({ language: 'zh', docs: [JINGYU] });
  const [, failing] = all.sections
    .find(({ id }) => id === 'findings')!
    .blocks.filter((block) => block.is === 'table');
  expect(tables).toHaveLength(3);
  expect(tables[1]!.rows).toHaveLength(failing!.rows.length - 1);
  expect(tables[2]!.rows).toHaveLength(1);
  expect(tables[2]!.rows[0]!.at(-1)!.text).toBe('原件漏印\n2026-11-01');
});
