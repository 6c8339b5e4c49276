import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TableFrame } from '@/domain/mapping';
import { searchPlaces } from '@/domain/place-matching';
import { index, match, matchOne, placeOf, placeRows } from '../helpers/found-organizations';

describe('places of columns', () => {
  test.each([
    ['靖宇县', '220622'],
    [' 靖宇县 ', '220622'],
    ['靖宇', '220622'],
    ['Jingyu County', '220622'],
    ['jingyu', '220622'],
    ['Jìngyǔ Xiàn', '220622'],
    ["Nong'an", '220122'],
    ['吉林省白山市靖宇县', '220622'],
    ['吉林省 白山市 靖宇县', '220622'],
    ['吉林/白山/靖宇', '220622'],
    ['吉林省靖宇县', '220622'],
    ['Jingyu County, Baishan, Jilin', '220622'],
    ['延边朝鲜族自治州', '222400'],
    ['延边州', '222400'],
    ['延边', '222400'],
    ['Yanbian Prefecture', '222400'],
    ['长春市朝阳区', '220104'],
    ['北京市朝阳区', '110105'],
    ['Chaoyang District, Changchun', '220104'],
    ['吉林 吉林市 昌邑区', '220202'],
    ['吉林省', '220000'],
    ['吉林市', '220200'],
    ['乐山市市中区', '511102'],
    ['内蒙古', '150000'],
    ['吉林省本级', '220000'],
    ['白山市本级', '220600'],
    ['北京', '110000'],
    ['中国 吉林省 延吉市', '222401'],
  ])('%s is %s', (placeName, code) => expect(placeOf(matchOne({ placeName }))).toBe(code));

  test.each([
    ['朝阳区', '? 110105 220104'],
    ['吉林', '? 220000 220200'],
    ['Jilin', '? 220000 220200'],
    ['Yanbian', '? 222400 510422'],
    ['鼓楼区', '? 320106 320302 350102 410204'],
    ['海州区', '? 210902 320706'],
    ['市辖区', '?'],
    ['矿区', '? 140303'],
    ['白山市 市辖区', '? 220600'],
    ['长春市靖宇县', '? 220100 220622'],
    ['某地', '?'],
    ['__proto__', '?'],
  ])('%s is doubtful: %s', (placeName, doubt) =>
    expect(placeOf(matchOne({ placeName }))).toBe(doubt),
  );

  test.each([
    ['220622', '220622'],
    ['22', '220000'],
    ['2206', '220600'],
    ['220622000000', '220622'],
    ['220622001', '220622'],
    ['220622.0', '220622'],
    ["'220622", '220622'],
    ['２２０６２２', '220622'],
  ])('code %s is %s', (placeCode, code) => expect(placeOf(matchOne({ placeCode }))).toBe(code));

  test('a code that is none is doubtful, with the places around it', () => {
    expect(placeOf(matchOne({ placeCode: '220699' }))).toBe('? 220600 220000');
    expect(placeOf(matchOne({ placeCode: '999999' }))).toBe('?');
    expect(placeOf(matchOne({ placeCode: '12345' }))).toBe('?');
    expect(placeOf(matchOne({ placeCode: '220622', placeName: '抚松县' }))).toBe('? 220622 220621');
    expect(placeOf(matchOne({ placeCode: '220622', placeName: '白山市' }))).toBe('220622');
  });

  test('other columns and the table settle what a name leaves open', () => {
    const open = { placeName: '朝阳区', organization: '教育局' };
    expect(placeOf(matchOne({ ...open, organization: '长春市朝阳区教育局' }))).toBe('220104');
    expect(placeOf(matchOne(open, { frame: { place: '220000' } }))).toBe('220104');
    expect(placeOf(matchOne(open, { frame: { evidence: { place: '长春市2026年预算' } } }))).toBe(
      '220104',
    );
    expect(placeOf(matchOne({ placeName: '白山市', organization: '靖宇县教育局' }))).toBe('220622');
    expect(placeOf(matchOne({ placeName: '靖宇县', organization: '吉林省靖宇县法院' }))).toBe(
      '220622',
    );
    expect(placeOf(matchOne({ placeName: '靖宇县', organization: '抚松县教育局' }))).toBe(
      '? 220622 220621',
    );
  });
});

describe('places of names', () => {
  test.each([
    ['靖宇县政务服务和数字化建设管理局', '220622'],
    ['延边州政务服务和数字化建设管理局', '222400'],
    ['延边朝鲜族自治州政务服务和数字化建设管理局（本级）', '222400'],
    ['吉林省财政厅', '220000'],
    ['长春市朝阳区教育局', '220104'],
    ['北京市朝阳区教育委员会', '110105'],
    ['吉林省白山市靖宇县财政局', '220622'],
    ['靖宇县城区管理处', '220622'],
    ['白山市市场监督管理局', '220600'],
    ['靖宇县市场监督管理局', '220622'],
    ['上海市普陀区商务委员会', '310107'],
    ['新疆维吾尔自治区财政厅', '650000'],
    ['伊通满族自治县教育局', '220323'],
  ])('%s is of %s', (organization, code) => expect(placeOf(matchOne({ organization }))).toBe(code));

  test('one answer settles all names that begin with the same open place', () => {
    const all = [{ organization: '朝阳区教育局' }, { organization: '朝阳区财政局' }];
    const open = match(all);
    expect(open.map(({ doubt }) => doubt?.text)).toEqual(['朝阳区', '朝阳区']);
    const settled = match(all, { answers: { 朝阳区: '220104' } });
    expect(settled.map(placeOf)).toEqual(['220104', '220104']);
    const left = match(all, { answers: { 朝阳区: '' } });
    expect(
      left.map(({ jurisdictionCode, orgId, doubt }) => [jurisdictionCode, orgId, doubt]),
    ).toEqual([
      [null, null, null],
      [null, null, null],
    ]);
  });

  test('no place is guessed', () => {
    expect(placeOf(matchOne({ organization: '财政局' }))).toMatch(/^\?/);
    expect(placeOf(matchOne({ organization: '公安局' }))).toMatch(/^\?/);
    expect(placeOf(matchOne({ organization: '吉林市场监督管理局' }))).toMatch(/^\?/);
    expect(placeOf(matchOne({ organization: '延边财政局' }))).toBe('? 222400');
  });

  test('the table says where its organizations are', () => {
    const of = (organization: string, over: Partial<TableFrame>) =>
      placeOf(matchOne({ organization }, { frame: over }));
    expect(of('财政局', { place: '220622' })).toBe('220622');
    expect(of('财政局', { evidence: { place: '靖宇县2026年部门预算' } })).toBe('220622');
    expect(of('县财政局', { evidence: { place: '预算 | 靖宇县 | 白山市 | 吉林省' } })).toBe(
      '220622',
    );
    expect(of('财政局', { evidence: { place: '220622_2026 | data' } })).toBe('220622');
    expect(of('省财政厅', { evidence: { place: '吉林省2026年部门预算' } })).toBe('220000');
    expect(of('财政厅', { evidence: { place: '吉林省2026年省级部门预算' } })).toBe('220000');
    expect(of('财政局', { evidence: { place: '吉林省2026年部门预算' } })).toBe('? 220000');
    expect(of('财政局', { evidence: { place: '靖宇县与抚松县' } })).toBe('? 220622 220621');
    expect(of('市教育局', { place: '220622' })).toBe('220600');
    expect(of('抚松县财政局', { place: '220622' })).toBe('? 220621 220622');
  });
});

describe('every place there is', () => {
  test('is found by its full path, and by its code', () => {
    const paths = [...index.byCode.values()].filter(({ level }) => level !== 'country');
    const byPath = match(paths.map(({ path }) => ({ placeName: path })));
    const joined = match(paths.map(({ path }) => ({ placeName: path.replaceAll(' ', '') })));
    const byCode = match(paths.map(({ code }) => ({ placeCode: code })));
    const organizations = match(
      paths.map(({ path }) => ({ organization: `${path.replaceAll(' ', '')}财政局` })),
    );
    const wanted = paths.map(({ code }) => code);
    expect(byPath.map(placeOf)).toEqual(wanted);
    expect(joined.map(placeOf)).toEqual(wanted);
    expect(byCode.map(placeOf)).toEqual(wanted);
    expect(organizations.map(placeOf)).toEqual(wanted);
  });

  test('the country is found by its code alone', () => {
    expect(placeOf(matchOne({ placeCode: '100000' }))).toBe('100000');
    expect(placeOf(matchOne({ placeName: '中华人民共和国' }))).not.toBe('100000');
    expect(placeOf(matchOne({ organization: '中央大街街道办事处' }))).not.toBe('100000');
  });

  test('is never certain by a name that several have, and always where one has it', () => {
    const generic = new Set(['矿区', '东区', '西区']);
    const names = new Map<string, Set<string>>();
    for (const { code, name, short_name, level } of placeRows) {
      if (level === 'country') continue;
      for (const text of [name, short_name || name]) {
        names.set(text, (names.get(text) ?? new Set()).add(code));
      }
    }
    const texts = [...names.keys()];
    for (const [i, one] of match(texts.map((placeName) => ({ placeName }))).entries()) {
      const codes = [...(names.get(texts[i] ?? '') ?? [])];
      const certain = codes.length === 1 && !generic.has(texts[i] ?? '');
      expect(placeOf(one)).toBe(certain ? codes[0] : `? ${codes.slice(0, 8).join(' ')}`);
    }
  });

  test('any text gives one place, or a doubt of at most eight, or nothing for sums', () => {
    const pieces = fc.constantFrom(
      '吉林省',
      '长春市',
      '朝阳区',
      '市',
      '县',
      '区',
      '靖宇',
      '局',
      '（',
      ' ',
      '22',
      '本级',
      '合计',
      'a',
    );
    const text = fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.oneof(text, fc.string({ unit: 'binary' })),
        text,
        (placeName, organization) => {
          const { jurisdictionCode, orgId, doubt } = matchOne({ placeName, organization });
          expect(jurisdictionCode === null).toBe(orgId === null);
          expect(jurisdictionCode !== null && doubt !== null).toBe(false);
          expect(doubt?.candidates.length ?? 0).toBeLessThanOrEqual(8);
          expect(orgId ?? '1').toMatch(/^[\p{L}\p{N}-]+$/u);
        },
      ),
    );
  });
});

describe('searchPlaces', () => {
  test.each([
    ['靖宇', '220622'],
    ['jingyu', '220622'],
    ['2206', '220600'],
    ['延边', '222400'],
    ['吉林省', '220000'],
  ])('%s first gives %s', (text, code) => expect(searchPlaces(index, text)[0]?.code).toBe(code));

  test('gives paths, at most twenty, and nothing for nothing', () => {
    expect(searchPlaces(index, '靖宇')[0]?.path).toBe('吉林省 白山市 靖宇县');
    expect(searchPlaces(index, '区').length).toBe(20);
    expect(searchPlaces(index, '  ')).toEqual([]);
  });
});
