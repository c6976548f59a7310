"""The guide: the pages of docs/, read offline in a sheet beside the window."""
