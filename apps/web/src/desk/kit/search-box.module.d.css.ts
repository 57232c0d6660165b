declare const classes: {
  readonly box: string;
  readonly wide: string;
};
export default classes;
