import { describe, expect, test } from 'vitest';
import {
  slideAfter,
  slideScale,
  stepOfKey,
  type PressedKey,
  type Slide,
  type SlideStep,
} from '@/domain/presentation';

const slides = ['a', 'b', 'c'].map((key): Slide => ({
  key,
  title: key,
  note: '',
  address: `/${key}`,
}));
const pressed = (key: string, change: Partial<PressedKey> = {}): PressedKey => ({
  key,
  shift: false,
  withModifier: false,
  isTaken: false,
  ...change,
});

describe('keys of a presentation', () => {
  test.each<[PressedKey, SlideStep | null]>([
    [pressed('ArrowRight'), 'next'],
    [pressed('ArrowLeft'), 'previous'],
    [pressed('PageDown'), 'next'],
    [pressed('PageUp'), 'previous'],
    [pressed(' '), 'next'],
    [pressed(' ', { shift: true }), 'previous'],
    [pressed('Home'), 'first'],
    [pressed('End'), 'last'],
    [pressed('Escape'), 'leave'],
    [pressed('ArrowDown'), null],
    [pressed('a'), null],
    [pressed('ArrowRight', { withModifier: true }), null],
    [pressed(' ', { isTaken: true }), null],
  ])('%o', (key, step) => {
    expect(stepOfKey(key)).toBe(step);
  });
});

describe('the slide after', () => {
  test.each<[string, SlideStep, string | undefined]>([
    ['a', 'next', 'b'],
    ['c', 'next', 'c'],
    ['a', 'previous', 'a'],
    ['c', 'previous', 'b'],
    ['b', 'first', 'a'],
    ['b', 'last', 'c'],
    ['b', 'leave', undefined],
    ['a link of somebody else', 'next', 'a'],
    ['a link of somebody else', 'previous', 'a'],
  ])('%s, %s', (key, step, after) => {
    expect(slideAfter(slides, key, step)?.key).toBe(after);
    expect(slideAfter([], key, step)).toBeUndefined();
  });
});

test('slides grow with the screen and never shrink', () => {
  expect(slideScale(390)).toBe(1);
  expect(slideScale(1366)).toBeCloseTo(1.26, 2);
  expect(slideScale(1920)).toBeCloseTo(1.78, 2);
  expect(slideScale(7680)).toBe(3);
});
