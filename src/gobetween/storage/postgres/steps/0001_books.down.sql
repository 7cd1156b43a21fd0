-- A record is not thrown away by going back: this refuses while there are talks.
do $$
begin
  if exists (select from gobetween.books) then
    raise exception 'there are talks in this store' using errcode = '55000';
  end if;
end
$$;
drop schema gobetween cascade;
