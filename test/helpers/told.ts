import type { CheckedDocument } from '@/checks/checked-document';
import type { CheckContext, Outcome } from '@/checks/rule';
import type { PackageRow } from '@/domain/reading/package-row';
import { ALONE } from './checked';
import { outcomesOf, smallDocument } from './small-document';

const value = (text: string | null): string => text ?? '–';

/** Outcomes in a line each: status, both sides or the notes of what could not be compared. */
export const told = (outcomes: readonly Outcome[]): string[] =>
  outcomes.map((outcome) =>
    outcome.status === 'unchecked'
      ? `unchecked ${outcome.notes.map(({ code }) => code).join(' ')}`
      : `${outcome.status} ${value(outcome.left.value)} : ${value(outcome.right.value)}`,
  );

/** What one rule finds in a document, in a line each. */
export const find = (
  document: CheckedDocument,
  rule: string,
  context: CheckContext = ALONE,
): string[] => told(outcomesOf(document, rule, context));

/** Those that did not pass. */
export const wrong = (list: readonly string[]): string[] =>
  list.filter((text) => !text.startsWith('pass'));

/** A target: its project, the name it stands under, and what else its row says. */
interface Target {
  project?: string | null;
  label?: string | null;
  more?: PackageRow;
}

/** Rows of targets, one below the other. */
export const targets = (...list: readonly Target[]): PackageRow[] =>
  list.map(({ project = null, label = null, more = {} }, i) => ({
    project_id: project,
    project_label: label,
    row_no: i + 1,
    level1: '产出指标',
    level2: '数量指标',
    level3: '指标',
    ...more,
  }));

/** Rows of projects, one for each row of the project table from the first. */
export const projects = (...names: readonly string[]): PackageRow[] =>
  names.map((level2, i) => ({ project_id: `p${i + 1}`, level2, row_no: i + 1 }));

export const MONEY =
  'all.total.project | general_public.current.project | general_public.carryover.project';

/** Four projects: two of this year, one of both years, one of nothing but what is carried over. */
export const listed = (more: Record<string, readonly PackageRow[]> = {}, performance?: string) =>
  smallDocument({
    tables: {
      project: `
        ${MONEY}
        热线平台运行管理费 | 10.00 | 10.00 | _
        窗口服务经费（部门预算） | 5.00 | 5.00 | _
        窗口服务经费 | 1.00 | _ | 1.00
        规划编制经费 | 4.00 | 1.00 | 3.00
        旧系统尾款 | 2.00 | _ | 2.00
        = 合计 | 22.00 | 16.00 | 6.00
      `,
      ...(performance ? { performance } : {}),
    },
    more: {
      project: projects(
        '热线平台运行管理费',
        '窗口服务经费（部门预算）',
        '窗口服务经费',
        '规划编制经费',
        '旧系统尾款',
      ),
      ...more,
    },
  });
