declare const classes: {
  readonly attempts: string;
  readonly mark: string;
};
export default classes;
