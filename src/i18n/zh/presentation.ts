export const presentation = {
  label: '放映',
  number: '{n} / {total}',
  single: '单独一张',
  announce: '第 {n} 张，共 {total} 张：{title}。{note}',
  announceSingle: '放映：{title}。',
  previous: '上一张',
  next: '下一张',
  note: '备注',
  fullscreen: '全屏',
  leave: '结束放映',
};
