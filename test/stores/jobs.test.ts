import { expect, test } from 'vitest';
import { createJobs, isCancel, type Job } from '@/stores/jobs';

test('a job tells how far it has come, and nothing after its end', async () => {
  const jobs = createJobs();
  const told: (number | null | undefined)[] = [];
  let kept: Job | null = null;
  await jobs.run(async (job) => {
    kept = job;
    job.tell({ bytes: 5, totalBytes: 9 });
    told.push(jobs.progress.value?.bytes);
    job.tell({ records: 2 });
    told.push(jobs.progress.value?.bytes, jobs.progress.value?.records);
  });
  expect(told).toEqual([5, 5, 2]);
  expect(jobs.progress.value).toBeNull();
  (kept as Job | null)?.tell({ bytes: 9 });
  expect(jobs.progress.value).toBeNull();
});

test('jobs follow each other, whatever became of the one before', async () => {
  const jobs = createJobs();
  const order: string[] = [];
  const first = jobs.run(async () => {
    order.push('first');
    throw new Error('broken');
  });
  const second = jobs.run(async () => order.push('second'));
  await expect(first).rejects.toThrow('broken');
  await second;
  expect(order).toEqual(['first', 'second']);
});

test('a quiet job shows nothing and is not cancelled', async () => {
  const jobs = createJobs();
  const aborted = await jobs.run(
    async ({ signal, tell }) => {
      tell({ bytes: 5 });
      expect(jobs.progress.value).toBeNull();
      jobs.cancel();
      return signal.aborted;
    },
    { quiet: true },
  );
  expect(aborted).toBe(false);
});

test('cancelling ends the job that runs, and not the next', async () => {
  const jobs = createJobs();
  const stopped = jobs.run(async ({ signal }) => {
    jobs.cancel();
    signal.throwIfAborted();
  });
  const error: unknown = await stopped.catch((cause: unknown) => cause);
  expect(isCancel(error)).toBe(true);
  expect(await jobs.run(async ({ signal }) => signal.aborted)).toBe(false);
});
