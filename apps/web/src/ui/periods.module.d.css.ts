declare const classes: {
  readonly absent: string;
  readonly added: string;
  readonly discussion: string;
  readonly done: string;
  readonly flagged: string;
  readonly kept: string;
  readonly legend: string;
  readonly now: string;
  readonly o: string;
  readonly practice: string;
  readonly received: string;
  readonly small: string;
  readonly sw: string;
  readonly theory: string;
  readonly week: string;
};
export default classes;
