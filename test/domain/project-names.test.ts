import { describe, expect, test } from 'vitest';
import { comparedName, ownProjectName } from '@/domain/project-names';

const owner = (place: string, place_short: string | null, organization: string) => ({
  place,
  place_short,
  organization,
  org_name: null,
});
const YANBIAN = owner(
  '延边朝鲜族自治州',
  '延边州',
  '延边朝鲜族自治州政务服务和数字化建设管理局（本级）',
);
const GUANGZHOU = owner('广州市', '广州市', '广州市政务服务和数据管理局');

describe('the name that is compared', () => {
  test.each([
    ['延边州12345政务服务便民热线运行管理费项目', YANBIAN, '12345政务服务便民热线运行管理'],
    ['州政府网站集约化平台技术运维服务', YANBIAN, '政府网站集约化平台技术运维服务'],
    ['州本级政务服务中心综合窗口运行管理费', YANBIAN, '政务服务中心综合窗口运行管理'],
    ['政府网站集约化平台等级保护测评经费', YANBIAN, '政府网站集约化平台等级保护测评'],
    ['市场监管工作专项经费', GUANGZHOU, '市场监管'],
    ['政务服务 热线（二期）项目', GUANGZHOU, '政务服务热线'],
    [
      '广州市政务服务和数据管理局2024-2027年广州市数字政府政务云服务运维项目',
      GUANGZHOU,
      '数字政府政务云服务运维',
    ],
    ['广州12345政府服务热线项目', GUANGZHOU, '12345政府服务热线'],
    ['11000022T000000456502-政府采购管理服务', YANBIAN, '政府采购管理服务'],
  ])('%s', (name, whose, compared) => {
    expect(comparedName(name, whose)).toBe(compared);
  });

  test('a name of which nothing would be left stays', () => {
    expect(comparedName('项目经费', YANBIAN)).toBe('项目经费');
    expect(comparedName('延边州', YANBIAN)).toBe('延边州');
  });

  test('words are looked for in the name with its brackets, without the organization', () => {
    expect(ownProjectName('购买服务22人工资及管理费（编外长聘支出）', YANBIAN)).toBe(
      '购买服务22人工资及管理费(编外长聘支出)',
    );
    expect(ownProjectName('广州市政务服务和数据管理局办公费', GUANGZHOU)).toBe('办公费');
  });
});
