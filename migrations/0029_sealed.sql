-- Activation codes are sealed with DATA_KEY, which is not in the database: `sealed:1:<key>:<mark>:<text>`, where the mark is equal for equal codes and
-- says nothing without the key. Without a DATA_KEY they stay plain.
comment on column esims.activation_code is 'Sealed with DATA_KEY, or plain without one; a bearer secret either way.';
comment on column esims.code_as_received is 'As activation_code, where the supplier wrote it in another form.';

-- Finds codes of another key, plain ones, and a code that is already another eSIM''s.
create index esims_by_code on esims ((left(activation_code, 50)) collate "C");
