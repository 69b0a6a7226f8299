-- Telegram chats whose menu beside the line for typing holds the commands of staff.
create table staff_menu (
    address varchar(100) primary key
);
