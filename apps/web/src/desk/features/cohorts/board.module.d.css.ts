declare const classes: {
  readonly scroll: string;
};
export default classes;
