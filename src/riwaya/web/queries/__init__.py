"""Reading the record for the desk and for REST: functions of a connection that give typed shapes."""
