-- How much one erratum may change is the house's rule, not the program's: more than this is an amendment, whatever it is called.
alter table curriculum add column erratum_max_words int not null default 400 check (erratum_max_words >= 0);
