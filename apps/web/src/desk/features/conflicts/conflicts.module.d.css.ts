declare const classes: {
  readonly commits: string;
  readonly no: string;
  readonly places: string;
  readonly says: string;
};
export default classes;
