declare const classes: {
  readonly note: string;
};
export default classes;
