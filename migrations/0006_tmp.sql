alter table orders add column customer_country text check (customer_country = upper(customer_country) and length(customer_country) = 2);
