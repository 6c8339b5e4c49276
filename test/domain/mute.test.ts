import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatMutes,
  LONGEST_REASON,
  muteKey,
  parseMutes,
  withMute,
  withoutMute,
  type Mutes,
} from '@/domain/mute';

const NONE: Mutes = new Map();
const KEY = muteKey({ doc_id: 'd1', finding_key: 'row-sum/line.basic.3.2' });
const MUTE = { reason: '单位已更正', on: '2026-03-01' };

describe('mutes', () => {
  it('names a finding by document and finding', () => {
    expect(KEY).toBe('d1\trow-sum/line.basic.3.2');
  });

  it('keeps one mute per finding, the latest', () => {
    const twice = withMute(withMute(NONE, KEY, MUTE), KEY, {
      reason: ' 另有原因 ',
      on: '2026-04-01',
    });
    expect([...twice]).toEqual([[KEY, { reason: '另有原因', on: '2026-04-01' }]]);
    expect(withoutMute(twice, KEY).size).toBe(0);
    expect(withoutMute(twice, 'd2\tother')).toEqual(twice);
  });

  it('cuts a long reason and forgets the oldest of very many', () => {
    expect(
      withMute(NONE, KEY, { ...MUTE, reason: '因'.repeat(9_000) }).get(KEY)?.reason,
    ).toHaveLength(LONGEST_REASON);
    const many = new Map(Array.from({ length: 2_000 }, (_, i) => [`d\t${i}`, MUTE]));
    const more = withMute(many, KEY, MUTE);
    expect(more.size).toBe(2_000);
    expect(more.has('d\t0')).toBe(false);
    expect(more.get(KEY)).toEqual(MUTE);
  });

  it('is read back as it was kept', () => {
    const key = fc.tuple(fc.string(), fc.string()).map((parts) => parts.join('\t'));
    const on = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const mutes = fc.array(fc.tuple(key, fc.record({ reason: fc.string(), on })), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(mutes, (entries) => {
        const made = entries.reduce<Mutes>((all, [k, mute]) => withMute(all, k, mute), NONE);
        expect(parseMutes(formatMutes(made))).toEqual(made);
      }),
    );
  });

  it.each([
    '',
    'null',
    '{"a":1}',
    '[[1,2,3]]',
    '[["no tab","r","2026-01-01"]]',
    '[["a\\tb","r","soon"]]',
  ])('leaves out what is no mute: %s', (text) => {
    expect(parseMutes(text).size).toBe(0);
  });
});
