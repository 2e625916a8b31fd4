-- MySQL and MariaDB let nobody comment the column of a view, so what they mean stands in a table.
create table view_column (
  view_name   varchar(64)  not null,
  column_name varchar(64)  not null comment 'empty: the view itself',
  position    int          not null,
  description varchar(400) not null,
  primary key (view_name, column_name)
) character set utf8mb4 collate utf8mb4_bin comment 'the comment of each view and column; filled by R__3_view_columns.sql';
