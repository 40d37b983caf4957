-- Where a sign-in began: the page to which its link leads back, a path of ours without a language.
alter table logins add column return_to text
    check (return_to ~ '^/(orders|my-esims)/[A-Za-z0-9_/-]{1,120}$');
