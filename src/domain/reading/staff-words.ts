/** A wording of numbers of people; group `n` is the number. */
const N = '(?<n>\\d{1,6}|[一二两三四五六七八九十]{1,3})';
const PEOPLE = '(?:名|人|个)';

/** A pattern of folded text in which `N` stands for a number and `P` for the word that counts people. */
export const peopleShape = (text: string): RegExp =>
  new RegExp(text.replaceAll('N', N).replaceAll('P', PEOPLE), 'gu');

/** Posts of one kind beside all posts: 工勤人员编制 is not 人员编制. */
const OF_ONE_KIND = '(?<!工勤|后勤|行政|事业|参公|附属|专项|服务|公务员|机关)';

/** Authorized posts, all of them and their two kinds. */
export const AUTHORIZED = [
  {
    kind: 'authorized',
    shapes: [
      peopleShape('核定(?:人员)?NP编制'),
      peopleShape(
        `${OF_ONE_KIND}(?:核定编制|人员编制|总编制|编制总数|编制人数|核定编制数)(?:总数|数|人数)?(?:为|共|共有|有)?NP`,
      ),
      peopleShape('(?<=[，;。:、]|^)(?:共有|现有|核定|本部门|本单位)?编制(?:数|为|共|共有|有)?NP'),
    ],
  },
  {
    kind: 'authorized_admin',
    shapes: [peopleShape('行政编制(?:人员)?(?:为|共|共有|有|数)?NP')],
  },
  {
    kind: 'authorized_institution',
    shapes: [
      peopleShape('(?<!参公|参公管理|参照公务员法管理)事业编制(?:人员)?(?:为|共|共有|有|数)?NP'),
    ],
  },
] as const;
