import { familyTotals } from '@/db/queries/checks';
import {
  cellsOf,
  findingCount,
  findings,
  uncheckedReasons,
  type FindingFilter,
} from '@/db/queries/findings';
import { documentTotalsOf } from '@/domain/check-summary';
import type { DocumentTotals, FindingCell, FindingFact } from '@/domain/finding';
import { groupBy } from '@/domain/group';
import { documentOf, muteKey } from '@/domain/mute';
import { headingBlock, listBlock, textBlock, type ReportTable } from '@/domain/report';
import { cell, labelOf, type Block, type MakeSection, type ReportTools } from './tools';

/** Findings of a list at most. */
const LISTED = 60;
/** Places of a side that are named. */
const PLACES = 3;
/** Reasons why checks could not be made that are named. */
const REASONS = 12;

const keyOf = ({ doc_id, finding_no }: Pick<FindingFact, 'doc_id' | 'finding_no'>): string =>
  `${doc_id}\t${finding_no}`;

function totalsTable(totals: readonly DocumentTotals[], tools: ReportTools): ReportTable {
  const { t, format } = tools;
  const outcomes = ['passed', 'rounding', 'failed', 'unchecked'] as const;
  return {
    is: 'table',
    title: t('report.findings.totals'),
    columns: [
      { head: t('report.table.organization'), width: 2.4 },
      ...outcomes.map((outcome) => ({ head: t(`report.table.${outcome}`), figures: true })),
    ],
    rows: totals.map((one) => [
      cell(one.organization),
      ...outcomes.map((outcome) =>
        cell(one.checked ? format.plain(one[outcome]) : t('report.empty')),
      ),
    ]),
  };
}

/** One side of a finding: what it is, its value, and where its first cells stand. */
function sideText(
  finding: FindingFact,
  side: 'left' | 'right',
  cells: readonly FindingCell[],
  { t, checkWords, exportWords, format }: ReportTools,
): string {
  const value = checkWords.value(finding[`${side}_value`], finding.unit);
  const unit = finding.unit === 'yuan' ? ` ${format.unitName}` : '';
  const places = [
    ...new Set(cells.filter((one) => one.side === side).map((one) => exportWords.place(one))),
  ];
  const rest = places.length - PLACES;
  return [
    t('report.findings.side', {
      name: checkWords.sideWords(finding.rule_id, side),
      value: finding[`${side}_value`] === null ? value : value + unit,
    }),
    [...places.slice(0, PLACES), ...(rest > 0 ? [exportWords.more(rest)] : [])].join(
      exportWords.separator,
    ),
  ]
    .filter(Boolean)
    .join('\n');
}

async function findingsTable(
  found: readonly FindingFact[],
  title: string,
  tools: ReportTools,
): Promise<ReportTable> {
  const { ask, t, checkWords, infos, mutes } = tools;
  const cells = groupBy(await ask(cellsOf(found)), keyOf);
  const isMuted = found.some((one) => mutes.has(muteKey(one)));
  return {
    is: 'table',
    title,
    columns: [
      ...(infos.length > 1 ? [{ head: t('report.table.organization'), width: 1.1 }] : []),
      { head: t('report.table.check'), width: 1.5 },
      { head: t('report.table.left'), width: 2.3 },
      { head: t('report.table.right'), width: 2.3 },
      { head: t('report.table.difference'), figures: true, width: 1.1 },
      ...(isMuted ? [{ head: t('report.table.reason'), width: 1.5 }] : []),
    ],
    rows: found.map((finding) => {
      const own = cells.get(keyOf(finding)) ?? [];
      const mute = mutes.get(muteKey(finding));
      const severity = t(`checks.severity.${finding.severity}`);
      const notes = checkWords.notes(finding.notes);
      return [
        ...(infos.length > 1 ? [cell(labelOf(tools, finding.doc_id))] : []),
        cell([`${checkWords.ruleName(finding.rule_id)} · ${severity}`, ...notes].join('\n')),
        cell(sideText(finding, 'left', own, tools)),
        cell(sideText(finding, 'right', own, tools)),
        cell(checkWords.difference(finding)),
        ...(isMuted ? [cell(mute ? `${mute.reason}\n${mute.on}` : '')] : []),
      ];
    }),
  };
}

async function listBlocks(
  key: 'failing' | 'muted',
  filter: FindingFilter,
  tools: ReportTools,
): Promise<Block[]> {
  const { ask, t, format } = tools;
  const title = t(`report.findings.${key}`);
  const found = await ask(findings(filter, { limit: LISTED, offset: 0 }));
  if (found.length === 0)
    return key === 'failing' ? [headingBlock(title), textBlock(t('report.findings.none'))] : [];
  const [count] = await ask(findingCount(filter));
  const n = count?.findings ?? found.length;
  return [
    headingBlock(title),
    ...(n > found.length
      ? [
          textBlock(
            t('report.findings.first', { n: format.plain(n), shown: format.plain(found.length) }),
            'soft',
          ),
        ]
      : []),
    await findingsTable(found, title, tools),
  ];
}

/** How the checks came out: totals, what fails with both sides, what is muted and why, what could not be checked. */
export const findingsSection: MakeSection = async (tools) => {
  const { ask, infos, t, mutes, checkWords, format } = tools;
  const docs = infos.map(({ doc_id }) => doc_id);
  const totals = documentTotalsOf(infos, await ask(familyTotals(docs)));
  const waiting = totals.filter(({ checked }) => !checked).length;
  const muted = [...mutes.keys()].filter((key) => docs.includes(documentOf(key)));
  const filter: FindingFilter = {
    docs,
    statuses: ['fail'],
    families: [],
    rule: null,
    search: '',
    without: muted,
  };
  const reasons = await ask(uncheckedReasons(docs, REASONS));
  const why = reasons.map(({ notes, findings: n }) =>
    t('report.findings.reasonCount', {
      reason: checkWords.notes(notes).join(' '),
      n: format.plain(n),
    }),
  );
  return [
    totalsTable(totals, tools),
    ...(waiting > 0 ? [textBlock(t('report.findings.unchecked', { n: waiting }), 'guard')] : []),
    textBlock(t('report.findings.neither'), 'soft'),
    ...(await listBlocks('failing', filter, tools)),
    ...(muted.length > 0
      ? await listBlocks('muted', { ...filter, without: [], only: muted }, tools)
      : []),
    ...(why.length > 0 ? [headingBlock(t('report.findings.reasons'))] : []),
    ...listBlock(why),
  ];
};
