declare const classes: {
  readonly soft: string;
};
export default classes;
