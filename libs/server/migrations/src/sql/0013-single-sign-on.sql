-- Accounts that a provider of single sign-on speaks for: its subject is kept, so that a changed user name there changes nothing here.
create table account_identity (
  issuer text not null,
  subject text not null,
  account_id uuid not null references account,
  linked_at timestamptz not null,
  primary key (issuer, subject),
  unique (issuer, account_id)
);
create index account_identity_account on account_identity (account_id);
