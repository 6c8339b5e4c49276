import type { Evidence, Line } from './identity-evidence';
import { foldText } from './narrative-text';
import { decide, type Vote } from './identity-votes';
import type { Found } from './reading';

/** Endings of names of departments and units. */
const ENDS =
  /(?:局|厅|署|司|委员会|委|办公室|办公厅|办|办事处|中心|院|法院|检察院|人民政府|政府|人大|政协|党校|学校|大学|学院|中学|小学|幼儿园|所|站|队|总队|支队|大队|部|会|联合会|协会|总会|社|馆|台|团|处|管委会|公司|集团|街道|银行|报社|医院|库|园|厂|场|基金会|委员会机关|指挥部|基地|(?<=[\u4e00-\u9fff]{4})[镇乡])$/;
const MARKS_AT_END =
  /(?:\((?:汇总|部门|单位|公章|盖章|含所属单位|部门汇总)\)|[:，。;、]|盖章|公章)+$/;
/** 单位：万元 at the end of the line that names the organization. */
const UNIT_AT_END = /(?:金额|货币|计量)?单位:(?:人民币)?[亿千万]?元.*$/;
const OWN_LEVEL = /\((?:部门|机关|局|厅|委)?本级\)$|本级$|\(机关\)$/;
/** 局本级 and 局（本级） are one. */
const OWN_UNIT = /\((?:部门|机关|局|厅|委)?本级\)$|本级$/;
const OWN = '(本级)';
const NO_NAME =
  /^(?:万元|元|千元|单位|部门|名称|预算|本级|汇总|合计|各|本|我|该|所属|一级|二级|财政|\d)/;

/** A name of an organization, folded, marks at its end away; null where the text is none. */
export function asOrganization(text: string): string | null {
  const name = text
    .replace(MARKS_AT_END, '')
    .replace(/^[[(【]?\d{3,12}[\])】]?[-_]?/, '')
    .replace(/(?<=[局厅委办室院会处府])机关$/, '');
  const bare = name.replace(OWN_LEVEL, '').replace(/\([^()]{1,40}\)$/, '');
  const isName =
    /^[\u4e00-\u9fff][\u4e00-\u9fff()·、\-0-9]{2,49}$/.test(name) &&
    !NO_NAME.test(name) &&
    ENDS.test(bare);
  return isName && bare.length >= 3 ? name : null;
}

/** Two spellings of one organization: （本级） and brackets aside. */
const organizationKey = (name: string): string =>
  name.replace(OWN_LEVEL, '').replace(/\([^()]*\)/g, '');

const LABEL =
  /^(?:填报|编制|编报|公开|预算|主管|预算主管|部门)?(?:部门|单位)(?:\((?:部门|单位|公章|盖章)\))?(?:(?:编码|代码)及)?(?:名称)?(?:\((?:公章|盖章)\))?:([^:]{3,60})$/;
const NAME = '([\\u4e00-\\u9fff()·、]{3,45}?)';
const KIND =
  '(?:(?:区|市|省|县|州)?级?(?:部门|单位)|整体|本级)?(?:\\(本级\\))?(?:财政)?(?:预算|决算)';
const TITLES: readonly RegExp[] = [
  new RegExp(`^${NAME}20\\d{2}年?度?${KIND}`, 'u'),
  new RegExp(`^(?:关于)?20\\d{2}年?度?${NAME}(?:部门|单位)(?:整体)?(?:预算|决算)`, 'u'),
  new RegExp(`^(?:关于)?20\\d{2}年?度?${NAME}(?:预算|决算)`, 'u'),
  new RegExp(`^${NAME}(?:部门|单位)(?:预算|决算)`, 'u'),
];
/** Headings and lines of the text that name the document's organization. */
const HEADINGS: readonly RegExp[] = [
  new RegExp(
    `^第[一1]部分[:、.]?${NAME}(?:\\((?:部门|单位)\\))?(?:部门|单位)?(?:概况|基本情况)`,
    'u',
  ),
  new RegExp(`^${NAME}(?:\\((?:部门|单位)\\))?(?:主要)?(?:职能|职责|机构设置)$`, 'u'),
  new RegExp(
    `^第?[一二三四五六七八九十]{1,2}(?:部分)?[、:]?${NAME}20\\d{2}年?度?(?:部门|单位)?(?:预算|决算)`,
    'u',
  ),
  new RegExp(
    `^第?[一二三四五六七八九十]{1,2}(?:部分)?[、:]?(?:关于)?20\\d{2}年?度?${NAME}(?:部门|单位)(?:预算|决算)`,
    'u',
  ),
  new RegExp(`^\\([一二三四五六七八九十]{1,2}\\)关于${NAME}20\\d{2}年`, 'u'),
];
/** Sentences that name it. */
const SENTENCES: readonly RegExp[] = [
  new RegExp(
    `^(?:根据上述职责|根据上述工作职责|根据职责|根据上述职能)，?${NAME}(?:内设|设有|下设|核定|设立|共设|设(?=\\d))`,
    'u',
  ),
  new RegExp(`^${NAME}20\\d{2}年?度?(?:收支总|收入|支出)(?:预算|决算)`, 'u'),
  new RegExp(`^20\\d{2}年，${NAME}(?:收入|支出)预算`, 'u'),
  new RegExp(
    `^${NAME}(?:是|为)[^，。;]{0,12}(?:政府|党委|省委|市委|州委|县委|区委)(?:的)?(?:组成|工作|直属)`,
    'u',
  ),
  new RegExp(`^${NAME}所有收入和支出均?(?:纳入|全部)`, 'u'),
];

const vote = (
  name: string | null,
  weight: number,
  kind: string,
  line: Pick<Line, 'printed'> & { where: Line['where'] | null },
  most?: number,
): Vote<string>[] =>
  name === null
    ? []
    : [
        {
          value: name,
          weight,
          kind,
          evidence: line.printed.slice(0, 200),
          where: line.where,
          ...(most !== undefined && { most }),
        },
      ];

const firstGroup = (shapes: readonly RegExp[], text: string): string | null => {
  for (const shape of shapes) {
    const name = asOrganization(shape.exec(text)?.[1] ?? '');
    if (name) return name;
  }
  return null;
};

/** The cover's lines one by one and joined with those after them: titles are broken over lines. */
function coverTexts(cover: readonly Line[]): Line[] {
  return cover.flatMap((line, i) => {
    const next = cover.slice(i, i + 4);
    return next.map((_, length) => {
      const part = next.slice(0, length + 1);
      return {
        ...line,
        text: part.map(({ text }) => text).join(''),
        printed: part.map(({ printed }) => printed).join(''),
      };
    });
  });
}

/** The organization that most cells name; a table of one department names it and its units. */
function mostNamed(names: readonly Line[]): Line[] {
  const counts = new Map<string, { line: Line; count: number }>();
  for (const line of names) {
    const name = asOrganization(line.text);
    if (!name) continue;
    const key = organizationKey(name);
    const known = counts.get(key) ?? { line, count: 0 };
    known.count += 1;
    counts.set(key, known);
  }
  const [most] = [...counts.values()].toSorted((a, b) => b.count - a.count);
  return most ? [most.line] : [];
}

function votesOf(
  { cover, lines, pairs, heads, names, fileName }: Evidence,
  titles: readonly string[],
): Vote<string>[] {
  const labelled = (text: string): string | null =>
    asOrganization(LABEL.exec(text.replace(UNIT_AT_END, ''))?.[1] ?? '');
  const titled = (text: string): string | null => firstGroup(TITLES, text);
  const onCover = coverTexts(cover);
  return [
    ...cover.flatMap((line) => vote(labelled(line.text), 120, 'cover label', line, 120)),
    ...onCover.flatMap((line) => vote(titled(line.text), 90, 'cover title', line, 90)),
    ...lines.flatMap((line) => vote(labelled(line.text), 10, 'label', line, 60)),
    ...heads.flatMap((line) => vote(labelled(line.text), 10, 'label', line, 60)),
    ...titles.flatMap((title) =>
      vote(titled(foldText(title).text), 10, 'table title', { printed: title, where: null }, 40),
    ),
    ...pairs.flatMap(({ value, where }) => {
      const text = foldText(value).text;
      return vote(asOrganization(text) ?? titled(text), 6, 'cell', { printed: value, where }, 30);
    }),
    ...mostNamed(names)
      .flatMap((line) => vote(asOrganization(line.text), 2, 'name', line, 2))
      .map((one) => ({ ...one, weak: true as const })),
    ...lines.flatMap((line) => vote(firstGroup(HEADINGS, line.text), 20, 'heading', line, 50)),
    ...lines.flatMap((line) => vote(firstGroup(SENTENCES, line.text), 8, 'sentence', line, 30)),
    ...fileVotes(fileName),
  ];
}

function fileVotes(fileName: string): Vote<string>[] {
  const pieces = fileName.split(/[_—–-]/);
  const names = [fileName, ...pieces].map((piece) => {
    const bare = piece.replace(/^附件\d*[:.]?/, '');
    return firstGroup(TITLES, bare) ?? asOrganization(bare);
  });
  const name = names.find((one) => one !== null);
  return name
    ? [{ value: name, weight: 4, kind: 'file', evidence: fileName, where: null, weak: true }]
    : [];
}

/**
 * Whose budget it is: the name on the cover, in titles and in the heads of tables; what stands in a document only once
 * is outvoted. Spellings that differ in （本级） or brackets are one organization, named as most of the document does.
 */
export function findOrganization(
  evidence: Evidence,
  titles: readonly string[],
): Found<string> | null {
  const votes = votesOf(evidence, titles);
  const merged = decide(votes.map((one) => ({ ...one, value: organizationKey(one.value) })));
  if (!merged) return null;
  const own = votes.filter(({ value }) => organizationKey(value) === merged.value);
  const spelling = decide(own.map((one) => ({ ...one, value: one.value.replace(OWN_UNIT, OWN) })));
  const named = own
    .filter(({ value }) => value.replace(OWN_UNIT, OWN) === spelling?.value)
    .map((one) => ({ ...one, value: one.value.replace(OWN_UNIT, OWN) }))
    .toSorted((a, b) => b.weight - a.weight)[0];
  return named
    ? {
        value: printedName(named),
        evidence: named.evidence,
        where: named.where,
        doubtful: merged.doubtful,
      }
    : null;
}

/** Folded brackets as they are printed in names. */
const printedName = ({ value }: Vote<string>): string =>
  value.replaceAll('(', '（').replaceAll(')', '）');
