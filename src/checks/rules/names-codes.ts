import { CODE_NAME_RULE, ENOUGH_OTHERS } from '@/domain/code-names';
import { groupBy } from '@/domain/group';
import type { CheckedDocument, CheckedTable } from '../checked-document';
import { lineCell, note, unchecked } from '../compare';
import {
  comparableCode,
  comparableName,
  holdsIn,
  CLASSIFICATION_KINDS,
  type ClassificationKind,
  type Dictionary,
  type DictionaryEntry,
} from '../dictionary';
import { once } from '../once';
import type { CellRef, Note, Outcome, Rule } from '../rule';
import { isCutFrom, oneCharacterOff, toldTexts } from './texts';

/** A code as one table prints it: with which name, and a cell of its row. */
interface PrintedCode {
  kind: ClassificationKind;
  code: string;
  name: string;
  table: CheckedTable;
  cell: CellRef;
}

/** A way in which a document prints the name of a code, and where. */
interface Spelling {
  name: string;
  cells: readonly CellRef[];
}

/** Names of the units of a document: in some tables they stand beside the code of what they spend on. */
function unitNames({ organization, tables, projects }: CheckedDocument): ReadonlySet<string> {
  const rows = [...tables.values()].flatMap((table) => table.rows);
  const units = rows.filter(({ classification }) => classification === 'organization');
  const names = [organization, ...units.map(({ label }) => label)];
  for (const { orgName } of projects) if (orgName !== null) names.push(orgName);
  return new Set(names.map(comparableName));
}

function codesOf(table: CheckedTable, units: ReadonlySet<string>): PrintedCode[] {
  const seen = new Set<unknown>();
  return table.lines.flatMap((line) => {
    const { row } = line;
    const kind = CLASSIFICATION_KINDS.find((one) => one === row.classification);
    if (seen.has(row) || row.code === null || !kind) return [];
    seen.add(row);
    const name = comparableName(row.label);
    if (name === '' || units.has(name)) return [];
    const code = comparableCode(row.code);
    return [{ kind, code, name: row.label, table, cell: lineCell(line) }];
  });
}

const allCodes = once((document: CheckedDocument): PrintedCode[][] => {
  const units = unitNames(document);
  return [...document.tables.values()].map((table) => codesOf(table, units));
});

/** The spellings of one code, the commonest first; a cell for each table that prints one. */
function spellingsOf(printed: readonly PrintedCode[]): Spelling[] {
  const groups = [...groupBy(printed, ({ name }) => comparableName(name)).values()];
  return groups
    .toSorted((a, b) => b.length - a.length)
    .map((group) => ({
      name: group[0]?.name ?? '',
      cells: [...groupBy(group, ({ table }) => table.id).values()].flatMap(
        ([first]) => first?.cell ?? [],
      ),
    }));
}

/** Every code of a document: where it is printed, and how it is spelled. */
const byCode = once((document: CheckedDocument) => {
  const codes = groupBy(allCodes(document).flat(), ({ kind, code }) => `${kind}/${code}`);
  return [...codes.values()].map((printed) => ({ printed, spellings: spellingsOf(printed) }));
});

const sameName = (a: string, b: string): boolean => {
  const [left, right] = [comparableName(a), comparableName(b)];
  return left === right || isCutFrom(left, right) || isCutFrom(right, left);
};

function oneNamePerCode(document: CheckedDocument): Outcome[] {
  return byCode(document).flatMap(({ printed, spellings: [usual, ...others] }) => {
    if (!usual || printed.length < 2) return [];
    const differing = others.filter(({ name }) => !sameName(name, usual.name));
    const code = note('code_named', { code: printed[0]?.code ?? '' });
    return differing.length > 0
      ? differing.map((other) => toldTexts('fail', usual, other, [code]))
      : [toldTexts('pass', usual, usual)];
  });
}

function oneCodePerName(document: CheckedDocument): Outcome[] {
  return allCodes(document).flatMap((printed) => {
    const named = groupBy(
      printed,
      ({ kind, code, name }) =>
        `${kind}/${code.slice(0, -2)}/${code.length}/${comparableName(name)}`,
    );
    const doubled = [...named.values()].flatMap(([first, ...rest]) =>
      rest.filter((other) => other.code !== first?.code).map((other) => ({ first, other })),
    );
    const fails = doubled.flatMap(({ first, other }) =>
      first
        ? toldTexts(
            'fail',
            { name: first.code, cells: [first.cell] },
            { name: other.code, cells: [other.cell] },
            [note('named_alike', { name: first.name })],
          )
        : [],
    );
    const cells = printed.slice(0, 1).map(({ cell }) => cell);
    if (fails.length > 0 || printed.length < 2) return fails;
    return [toldTexts('pass', { name: null, cells }, { name: null, cells })];
  });
}

type Judged =
  | { is: 'right' | 'unknown' | 'unlike' }
  | { is: 'wrong'; should: DictionaryEntry; notes: readonly Note[] };

/** A name against what lists and other documents say of the code in that year. */
function judge(dictionary: Dictionary, printed: PrintedCode, year: number): Judged {
  const { kind, code, name } = printed;
  const entries = dictionary.names(kind, code, year);
  const lists = entries.filter(({ source }) => source === 'list');
  const listed = lists.filter((entry) => holdsIn(entry, year));
  const taught = entries.filter((entry) => entry.source === 'documents');
  const others = taught
    .filter((entry) => sameName(entry.name, name))
    .reduce((sum, { documents }) => sum + documents - 1, 0);
  if (lists.some((entry) => sameName(entry.name, name))) return { is: 'right' };
  const [first] = listed;
  if (first) {
    if (others > 1) return { is: 'unlike' };
    const [neighbour] = dictionary.namesakes(kind, code, name, year);
    const isOfYear = listed.every((entry) => entry.year === year);
    const isSlip = listed.some((entry) =>
      oneCharacterOff(comparableName(entry.name), comparableName(name)),
    );
    if (!neighbour && !isOfYear && !isSlip) return { is: 'unlike' };
    const of = neighbour ? [note('name_of_code', { code: neighbour })] : [];
    return { is: 'wrong', should: first, notes: [note('code_named', { code }), ...of] };
  }
  if (others >= ENOUGH_OTHERS) return { is: 'right' };
  const against = taught.filter((entry) => !sameName(entry.name, name));
  const [should] = against;
  const agree = against.length === 1 && others < 1 && should && should.documents >= ENOUGH_OTHERS;
  const by = should
    ? note('documents_print', { documents: String(should.documents) })
    : note('code_named', { code });
  if (agree) return { is: 'wrong', should, notes: [note('code_named', { code }), by] };
  return { is: lists.length > 0 ? 'unlike' : 'unknown' };
}

const MOST_NAMED = 12;

/** One outcome for all codes of which nothing certain is known, so that they do not hide the others. */
function notTold(code: string, printed: readonly PrintedCode[], year: number): Outcome[] {
  if (printed.length === 0) return [];
  const codes = printed.slice(0, MOST_NAMED).map((one) => `${one.code} ${one.name}`);
  const more = printed.length > MOST_NAMED ? ' …' : '';
  return [
    unchecked(
      note(code, {
        count: String(printed.length),
        year: String(year),
        codes: codes.join('、') + more,
      }),
      printed.map(({ cell }) => cell),
    ),
  ];
}

function codeHasItsName(document: CheckedDocument, dictionary: Dictionary): Outcome[] {
  const { year } = document;
  const unknown: PrintedCode[] = [];
  const unlike: PrintedCode[] = [];
  const told: Outcome[] = [];
  for (const { printed, spellings } of byCode(document))
    for (const spelling of spellings) {
      const own = printed.find(({ name }) => name === spelling.name);
      if (!own) continue;
      const judged = judge(dictionary, own, year);
      if (judged.is === 'wrong') {
        const should = { name: judged.should.name, cells: [] };
        told.push(toldTexts('fail', spelling, should, judged.notes));
      } else if (judged.is === 'right') told.push(toldTexts('pass', spelling, spelling));
      else (judged.is === 'unknown' ? unknown : unlike).push(own);
    }
  return [
    ...told,
    ...notTold('codes_unlike', unlike, year),
    ...notTold('codes_unknown', unknown, year),
  ];
}

/** Rules on the codes of the budget classification and their names. */
export const CODE_RULES: readonly Rule[] = [
  {
    id: CODE_NAME_RULE,
    family: 'names',
    severity: 'warning',
    name: { zh: '科目编码与名称相符', en: 'a code bears its name' },
    about: {
      zh: '科目名称与当年科目目录对照，不计空格、括号、编号和结尾的“支出”。目录未注明年度的，只有名称属于相邻科目或只差一个字时才提示；没有目录的编码，至少三份其他文件一致时才作依据。',
      en: 'The printed name against the classification of that year, without blanks, brackets, numbering and a closing 支出. Where the list is of no particular year, a differing name is told only if it is that of a neighbouring code or one character off; a code no list has is compared with at least three other documents that agree.',
    },
    left: { zh: '表中的名称', en: 'name as printed' },
    right: { zh: '目录中的名称', en: 'name in the classification' },
    needs: [],
    check: (document, { dictionary }) => codeHasItsName(document, dictionary),
  },
  {
    id: 'one_name_per_code',
    family: 'names',
    severity: 'warning',
    name: { zh: '同一编码名称一致', en: 'one name for a code' },
    about: {
      zh: '同一科目编码在本文件各表中名称应一致；印刷不全的名称按相同处理。',
      en: 'A code has the same name in all tables of the document; a name that is cut off counts as the whole.',
    },
    left: { zh: '名称', en: 'name' },
    right: { zh: '另一处的名称', en: 'name elsewhere' },
    needs: [],
    check: oneNamePerCode,
  },
  {
    id: 'one_code_per_name',
    family: 'names',
    severity: 'warning',
    name: { zh: '同级科目名称不重复', en: 'one code for a name' },
    about: {
      zh: '同一张表中，同一上级科目下不应有两个编码使用同一名称。',
      en: 'In one table no two codes below the same code have the same name.',
    },
    left: { zh: '编码', en: 'code' },
    right: { zh: '另一编码', en: 'other code' },
    needs: [],
    check: oneCodePerName,
  },
];
