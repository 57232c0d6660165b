declare const classes: {
  readonly options: string;
  readonly say: string;
};
export default classes;
