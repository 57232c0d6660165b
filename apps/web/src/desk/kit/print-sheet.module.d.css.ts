declare const classes: {
  readonly sheet: string;
};
export default classes;
