export const compare = {
  title: '',
};
